import { GradeChangedDocument } from '@lyceum/cli/demo';
import { parse } from 'graphql';
import { openSchool, type School } from '../harness/school.ts';
import { ask, type Clients } from './client.ts';
import type { Random } from './random.ts';

const lessonsOf = parse('query ($id: ID!) { course(id: $id) { chapters { lessons { id } } } }');
const itemsOf = parse('query ($id: ID!) { attempt(id: $id) { version items { id points } } }');
const reviewItem = parse(`mutation ($input: ReviewItemInput!) {
  reviewItem(input: $input) { __typename ... on Error { message } }
}`);

interface AttemptSeen {
  readonly attempt: { readonly version: number; readonly items: readonly { readonly id: string }[] };
}

/** A change of a grade as the follower of a feed saw it. */
export interface SeenChange {
  readonly gradeId: string;
  readonly version: number;
}

/** A course with an exam, whose instructor regrades what was handed in and follows the grades, and connects again when cut off. */
export class Classroom {
  readonly seen: SeenChange[] = [];
  private cursor: string | null = null;
  private live: ReturnType<School['instructor']['follow']> | undefined;
  private leaving = false;
  private readonly following: Promise<void>;

  private constructor(
    private readonly clients: Clients,
    private readonly school: School,
    readonly lessonIds: readonly string[],
    start: string,
  ) {
    this.cursor = start;
    this.following = this.follow();
  }

  static async open(clients: Clients): Promise<Classroom> {
    const school = await openSchool(clients.url, { title: 'Faults' });
    const { token } = school.instructor;
    const { course } = await ask<{ course: { chapters: { lessons: { id: string }[] }[] } }, { id: string }>(
      clients,
      lessonsOf,
      { id: school.courseId },
      { token },
    );
    const lessonIds = course.chapters.flatMap(({ lessons }) => lessons.map(({ id }) => id));
    const head = parse('query ($id: ID!) { course(id: $id) { grades(first: 1) { feedCursor } } }');
    const page = await ask<{ course: { grades: { feedCursor: string } } }, { id: string }>(
      clients,
      head,
      { id: school.courseId },
      { token },
    );
    return new Classroom(clients, school, lessonIds, page.course.grades.feedCursor);
  }

  get courseId(): string {
    return this.school.courseId;
  }

  get examId(): string {
    return this.school.examId;
  }

  /** Gives points to an item of an attempt. Who was not answered looks again before trying again, as the version tells. */
  async regrade(attemptId: string, random: Random): Promise<void> {
    const { token } = this.school.instructor;
    const points = `${random.integer(0, 2)}`;
    const look = () => ask<AttemptSeen, { id: string }>(this.clients, itemsOf, { id: attemptId }, { token });
    let { attempt } = await look();
    const item = random.pick(attempt.items);
    for (;;) {
      const input = { attemptId, itemId: item.id, points, expectedVersion: attempt.version };
      const answer = await ask<{ reviewItem: { __typename: string; message?: string } }, { input: typeof input }>(
        this.clients,
        reviewItem,
        { input },
        { token },
      );
      const { __typename: outcome, message } = answer.reviewItem;
      if (outcome === 'ReviewItemSuccess') break;
      if (outcome !== 'ReviewConflict') throw new Error(`${outcome}: ${message}`);
      attempt = (await look()).attempt;
    }
    this.clients.told.tell({ kind: 'review', attemptId, itemId: item.id, points });
  }

  /** Cuts the follower's connection without a word. */
  cut(): void {
    this.live?.cut();
  }

  async leave(): Promise<void> {
    this.leaving = true;
    await this.live?.close();
    await this.following;
  }

  private async follow(): Promise<void> {
    while (!this.leaving) {
      const live = this.school.instructor.follow(GradeChangedDocument, {
        courseId: this.courseId,
        after: this.cursor,
      });
      this.live = live;
      const taking = (async () => {
        for (;;) {
          const { cursor, grade } = (await live.next()).gradeChanged;
          this.seen.push({ gradeId: grade.id, version: grade.version });
          this.cursor = cursor;
        }
      })();
      await Promise.race([live.ended, taking.catch(() => undefined)]);
      // What is not there now will be: every end but one's own leads to another beginning.
      if (!this.leaving) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
