import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import { CourseCreated, CourseId, EnrolmentId, LearnerEnrolled, newId, type UserId } from '@lyceum/contracts';
import type { SeededMany, StatementSeeds, TestSubgraph } from '@lyceum/subgraph/testing';
import { openBank, type SeenAttempt, save, start, submit } from './seed.ts';

/** One question of every kind, with all possible feedback. */
const everyKind = `
$CATEGORY: graded
::Single::Which is prime? {~4#Even =7#Right ~9#Odd}
::Multiple::Which are prime? {~%50%5 ~%50%7 ~%-100%9}
::True::Is 3 · 3 nine? {TRUE#It is#Right####Three squared.}
::Short::What is the capital of France? {=Paris#Right}
::Number::2 + 2 {#=4:0#Right}
::Pairs::Which is where? {=Oslo -> Norway =Rome -> Italy =Lima -> Peru}
$CATEGORY: essays
::Essay::Why does a proof convince? {}
`;

/**
 * Courses, banks and exams of a person who took all exams and became an administrator; a classmate took those of the
 * first course. The first bank, exam, attempt and course have as many questions, attempts, items, exams and grades; the
 * others have one or a few.
 */
async function seedMany(tested: TestSubgraph, tokens: TestTokens, count: number): Promise<SeededMany> {
  const [student, classmate] = [await tokens.signIn('STUDENT'), await tokens.signIn('STUDENT')];
  const viewer = await tokens.signIn('ADMIN', { userId: student.userId });
  const school = new School(tested, viewer);
  const [courseIds, bankIds] = [await repeat(count, () => school.openCourse()), [] as string[]];
  for (let index = 0; index < count; index += 1) bankIds.push(await school.openBank(index === 0 ? count : 1));
  const [courseId = newId(CourseId), ...otherCourses] = courseIds;
  const [bankId = ''] = bankIds;

  const popular = await school.openExam(courseId, bankId, { attemptsAllowed: count });
  const exams = [popular, ...(await repeat(count - 1, () => school.openExam(courseId, bankId)))];
  for (const other of otherCourses) exams.push(await school.openExam(other, bankId));
  const long = await school.openExam(otherCourses[0] ?? courseId, bankId, { sections: count });

  for (const each of courseIds) await school.enrol(each, student.userId);
  await school.enrol(courseId, classmate.userId);
  const attempts: string[] = [];
  for (const exam of [long, ...exams]) attempts.push(await school.sit(exam, student));
  for (let again = 1; again < count; again += 1) await school.sit(popular, student);
  for (const exam of exams.slice(0, count)) await school.sit(exam, classmate);
  const people = [classmate.userId, ...(await repeat(count - 1, async () => (await tokens.signIn('STUDENT')).userId))];
  return {
    viewer,
    entities: {
      Course: courseIds,
      User: people,
      QuestionBank: bankIds,
      ImportJob: await school.idsOf('job'),
      Question: await school.idsOf('question'),
      Exam: [...exams.slice(0, count - 1), long],
      Attempt: attempts,
      Grade: await school.idsOf('grade'),
    },
    arguments: { 'User.grades': { courseId } },
  };
}

class School {
  constructor(
    private readonly tested: TestSubgraph,
    private readonly owner: TestViewer,
  ) {}

  async openCourse(): Promise<CourseId> {
    const courseId = newId(CourseId);
    const createdAt = new Date().toISOString();
    await this.tested.hear(
      CourseCreated,
      { courseId, title: 'Algebra', instructorId: this.owner.userId, createdAt },
      1,
    );
    return courseId;
  }

  async enrol(courseId: CourseId, learnerId: UserId): Promise<void> {
    const enrolledAt = new Date().toISOString();
    await this.tested.hear(LearnerEnrolled, { enrolmentId: newId(EnrolmentId), courseId, learnerId, enrolledAt }, 1);
  }

  /** A bank with at least this many questions, of every kind. */
  openBank(questions: number): Promise<string> {
    return openBank(this.tested, this.owner, everyKind.repeat(Math.ceil(questions / 7)));
  }

  /** A published exam; each section draws one question, every seventh of them an essay. */
  async openExam(courseId: CourseId, bankId: string, { sections = 1, attemptsAllowed = 1 } = {}): Promise<string> {
    const section = (_: unknown, index: number) => {
      const category = index % 7 === 6 ? 'essays' : 'graded';
      return `{ title: "All", bankId: "${bankId}", category: "${category}", drawCount: 1, pointsPerItem: "1" }`;
    };
    const { exam } = await this.#mutate<{ exam: { id: string } }>(
      `createExam(input: {
        courseId: "${courseId}", title: "Exam", attemptsAllowed: ${attemptsAllowed}, sections: [${Array.from({ length: sections }, section)}]
      }) { ... on CreateExamSuccess { exam { id } } }`,
    );
    await this.#mutate(`publishExam(input: { examId: "${exam.id}", expectedVersion: 1 }) { __typename }`);
    return exam.id;
  }

  /** A submitted and graded attempt, including its essays. */
  async sit(examId: string, learner: TestViewer): Promise<string> {
    const attempt = await start(this.tested, examId, learner);
    await save(this.tested, attempt.id, attempt.items.map(someResponse), learner);
    const { data } = await submit(this.tested, attempt.id, learner, attempt.id);
    let version = Number(data?.submitAttempt.attempt.version);
    for (const { id } of attempt.items.filter(({ kind }) => kind === 'ESSAY')) {
      await this.#mutate(`reviewItem(input: {
        attemptId: "${attempt.id}", itemId: "${id}", points: "1", comment: "Good", expectedVersion: ${version}
      }) { ... on ReviewItemSuccess { attempt { id } } }`);
      version += 1;
    }
    return attempt.id;
  }

  /** All rows of a kind in the tests' database. */
  async idsOf(table: 'question' | 'grade' | 'job'): Promise<string[]> {
    const rows: { id: string }[] = await this.tested.database.dataSource.query(
      `SELECT id FROM ${table} ORDER BY id DESC`,
    );
    return rows.map(({ id }) => id);
  }

  async #mutate<Outcome = Record<string, unknown>>(field: string): Promise<Outcome> {
    const { data, errors } = await this.tested.send<Record<string, Outcome>>(`mutation { ${field} }`, {}, this.owner);
    const [outcome] = Object.values(data ?? {});
    if (!outcome) throw new Error(`${field}: ${JSON.stringify(errors)}`);
    return outcome;
  }
}

function someResponse(item: SeenAttempt['items'][number]): Record<string, unknown> {
  const common = { itemId: item.id, sequence: 1 };
  const optionIds = item.choices?.options?.map(({ id }) => id) ?? [];
  switch (item.kind) {
    case 'SINGLE_CHOICE':
      return { ...common, optionIds: optionIds.slice(0, 1) };
    case 'MULTIPLE_CHOICE':
      return { ...common, optionIds };
    case 'TRUE_FALSE':
      return { ...common, value: true };
    case 'NUMERICAL':
      return { ...common, number: '4' };
    case 'MATCHING': {
      const { prompts = [], answers = [] } = item.choices ?? {};
      return { ...common, matches: prompts.map(({ id }) => ({ pairId: id, answer: answers[0] })) };
    }
    default:
      return { ...common, text: 'Because each step does.' };
  }
}

async function repeat<Value>(times: number, make: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let index = 0; index < times; index += 1) values.push(await make());
  return values;
}

const embedded = 'Read with the row that contains it, regardless of the number.';

export const assessmentSeeds: StatementSeeds = {
  seedMany,
  exceptions: {
    'OptionChoices.options': embedded,
    'MatchChoices.prompts': embedded,
    'ItemResponse.matches': embedded,
    'ItemResult.feedback': embedded,
    'ImportJob.rejected': embedded,
    'SingleChoiceContent.options': embedded,
    'MultipleChoiceContent.options': embedded,
    'ShortAnswerContent.answers': embedded,
    'NumericalContent.answers': embedded,
    'MatchingContent.pairs': embedded,
  },
};
