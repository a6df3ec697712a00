import { GraphQLError } from 'graphql';
import { Broadcast } from './broadcast.ts';
import { createFakeSubgraph, type FakeSubgraph } from './fake-subgraph.ts';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@authenticated", "@requiresScopes"])`;

export interface GradeChange {
  readonly cursor: number;
  readonly courseId: string;
  readonly note?: string;
}

/** Two small subgraphs with all that the gateway must cope with, and the handles to make it happen. */
export interface FakeGraph {
  readonly course: FakeSubgraph;
  readonly people: FakeSubgraph;
  readonly grades: Broadcast<GradeChange>;
  /** `Query.slow` and `Person.slowName` of people answer when this resolves. */
  gate: Promise<unknown>;
}

const lead = (course: { id: string }) => ({ __typename: 'Person', id: `lead-of-${course.id}` });
const courses = [
  { id: 'c1', title: 'Algebra' },
  { id: 'c2', title: 'Botany' },
];

export function createFakeGraph(): FakeGraph {
  const grades = new Broadcast<GradeChange>();
  const course = createFakeSubgraph(
    'course',
    `${federation}
    interface Named { name: String }
    union Found = Course | Vault
    type Query {
      courses: [Course!]!
      course(id: ID!): Course
      find: Found
      named: Named
      vault: Vault
      accounts: String @requiresScopes(scopes: [["administer"]])
      failing: String
      forbidden: String
      echo(text: String!): String
    }
    type Mutation { rename(id: ID!, title: String!): Course slowRename: Course }
    type Subscription {
      gradeChanged(courseId: ID, after: Int): GradeChange!
      refused: GradeChange
      ownGrades: GradeChange @authenticated
    }
    type GradeChange { cursor: Int! course: Course note: String }
    type Course @key(fields: "id") {
      id: ID!
      title: String!
      notes: String @requiresScopes(scopes: [["teach", "learn"], ["administer"]])
      lead: Person
    }
    type Vault implements Named @authenticated { name: String contents: String }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    `,
    {
      Query: {
        courses: () => courses,
        course: (_root: unknown, { id }: { id: string }) => courses.find((known) => known.id === id),
        find: () => ({ __typename: 'Course', ...courses[0] }),
        named: () => ({ __typename: 'Vault', name: 'vault' }),
        vault: () => ({ name: 'vault', contents: 'gold' }),
        accounts: () => 'all of them',
        failing: () => {
          throw new Error('relation "secrets" does not exist');
        },
        forbidden: () => {
          throw new GraphQLError('Only its teacher may see this.', { extensions: { code: 'FORBIDDEN' } });
        },
        echo: (_root: unknown, { text }: { text: string }) => text,
      },
      Mutation: {
        rename: (_root: unknown, { id, title }: { id: string; title: string }) => ({ id, title }),
        slowRename: async () => {
          await graph.gate;
          return courses[0];
        },
      },
      Subscription: {
        gradeChanged: { subscribe: () => grades.listen(), resolve: (change: GradeChange) => change },
        ownGrades: { subscribe: () => grades.listen(), resolve: (change: GradeChange) => change },
        refused: {
          subscribe: () => {
            throw new GraphQLError('Only its teacher may follow this.', { extensions: { code: 'FORBIDDEN' } });
          },
        },
      },
      GradeChange: {
        course: ({ courseId }: GradeChange) => courses.find((known) => known.id === courseId) ?? null,
      },
      Course: {
        __resolveReference: ({ id }: { id: string }) => courses.find((known) => known.id === id),
        notes: () => 'answers to all questions',
        lead,
      },
    },
  );
  const people = createFakeSubgraph(
    'people',
    `${federation}
    type Query {
      me: Person @authenticated
      slow: String
      person(id: ID!): Person
    }
    type Person @key(fields: "id") {
      id: ID!
      name: String!
      email: String @authenticated
      slowName: String
      failing: String
    }
    `,
    {
      Query: {
        me: () => ({ id: 'me' }),
        person: (_root: unknown, { id }: { id: string }) => ({ id }),
        slow: async () => {
          await graph.gate;
          return 'done';
        },
      },
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        name: ({ id }: { id: string }) => `Name of ${id}`,
        email: ({ id }: { id: string }) => `${id}@example.org`,
        slowName: async ({ id }: { id: string }) => {
          await graph.gate;
          return `Slow name of ${id}`;
        },
        failing: () => {
          throw new Error('password of the database is hunter2');
        },
      },
    },
  );
  const graph: FakeGraph = { course, people, grades, gate: Promise.resolve() };
  return graph;
}
