import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import { CourseCreated, CourseId, EnrolmentId, LearnerEnrolled, newId } from '@lyceum/contracts';
import type { TestSubgraph } from '@lyceum/subgraph/testing';

/** A course with an instructor, published to the subgraph like an event of the course domain. */
export interface SeededCourse {
  readonly courseId: CourseId;
  readonly instructor: TestViewer;
  /** A new learner of the course. */
  enrol(): Promise<TestViewer>;
}

export async function seedCourse(tested: TestSubgraph, tokens: TestTokens): Promise<SeededCourse> {
  const courseId = newId(CourseId);
  const instructor = await tokens.signIn('INSTRUCTOR');
  const at = new Date().toISOString();
  await tested.hear(CourseCreated, { courseId, title: 'Algebra', instructorId: instructor.userId, createdAt: at }, 1);
  return {
    courseId,
    instructor,
    async enrol() {
      const learner = await tokens.signIn('STUDENT');
      const enrolmentId = newId(EnrolmentId);
      await tested.hear(LearnerEnrolled, { enrolmentId, courseId, learnerId: learner.userId, enrolledAt: at }, 1);
      return learner;
    },
  };
}

const bank = `
$CATEGORY: algebra
::Sum::2 + 2 {#4}
::Product::Is 3 · 3 nine? {TRUE}
::Choice::Which is prime? {~4 =7 ~9}
$CATEGORY: prose
::Essay::Why does a proof convince? {}
`;

/** A bank with three automatically graded questions and one essay. */
export function seedBank(tested: TestSubgraph, instructor: TestViewer): Promise<string> {
  return openBank(tested, instructor, bank);
}

/** A bank with the questions of a GIFT file. */
export async function openBank(tested: TestSubgraph, instructor: TestViewer, text: string): Promise<string> {
  const created = await tested.send<{ createQuestionBank: { bank: { id: string } } }>(
    'mutation { createQuestionBank(input: { name: "Bank" }) { ... on CreateQuestionBankSuccess { bank { id } } } }',
    {},
    instructor,
  );
  const bankId = String(created.data?.createQuestionBank.bank.id);
  // Sending the same import again waits for it again.
  for (let status = 'QUEUED'; status !== 'SUCCEEDED'; ) {
    const { data, errors } = await tested.send<{ importQuestions: { job?: { status: string } } }>(
      `mutation ($bankId: ID!, $text: String!, $key: String!) {
        importQuestions(input: { bankId: $bankId, format: GIFT, text: $text, idempotencyKey: $key }) {
          ... on ImportQuestionsSuccess { job { status } }
        }
      }`,
      { bankId, text, key: bankId },
      instructor,
    );
    status = data?.importQuestions.job?.status ?? 'FAILED';
    if (status === 'FAILED') throw new Error(`The questions were not imported: ${JSON.stringify(errors)}`);
  }
  return bankId;
}

/** A published exam of the course; by default with the three automatically graded questions, worth 2 points each. */
export async function seedExam(
  tested: TestSubgraph,
  course: SeededCourse,
  exam: Record<string, unknown> = {},
): Promise<string> {
  const bankId = await seedBank(tested, course.instructor);
  const section = { title: 'All', bankId, category: 'algebra', drawCount: 3, pointsPerItem: '2' };
  const { sections = [{}], ...rest } = exam as { sections?: Record<string, unknown>[] };
  const input = {
    courseId: course.courseId,
    title: 'Exam',
    sections: sections.map((change) => ({ ...section, ...change })),
    ...rest,
  };
  const created = await tested.send<{ createExam: { exam: { id: string } } }>(
    `mutation ($input: CreateExamInput!) {
      createExam(input: $input) { __typename ... on CreateExamSuccess { exam { id } } ... on Error { message } }
    }`,
    { input },
    course.instructor,
  );
  const examId = created.data?.createExam.exam?.id;
  if (!examId) throw new Error(`no exam: ${JSON.stringify(created)}`);
  await tested.send(
    'mutation ($examId: ID!) { publishExam(input: { examId: $examId, expectedVersion: 1 }) { __typename } }',
    { examId },
    course.instructor,
  );
  return examId;
}

export interface SeenItem {
  readonly id: string;
  readonly kind: string;
  readonly sequence: number;
  readonly response: Record<string, unknown> | null;
  readonly choices: {
    readonly options: readonly { readonly id: string; readonly text: { readonly text: string } }[];
    readonly prompts?: readonly { readonly id: string }[];
    readonly answers?: readonly string[];
  } | null;
  readonly result: { points: string } | null;
}

export interface SeenAttempt {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly items: readonly SeenItem[];
  readonly result: { score: string; maxScore: string; percentage: string; complete: boolean } | null;
}

export const attemptFields = /* GraphQL */ `
  fragment AttemptFields on Attempt {
    id
    version
    status
    closedBy
    result { score maxScore percentage complete }
    items {
      id
      kind
      sequence
      response { optionIds value text number matches { pairId answer } }
      choices { ... on OptionChoices { options { id text { text } } } ... on MatchChoices { prompts { id } answers } }
      result { points comment }
    }
  }
`;

export async function start(tested: TestSubgraph, examId: string, learner: TestViewer): Promise<SeenAttempt> {
  const answer = await tested.send<{ startAttempt: { attempt: SeenAttempt } }>(
    `mutation ($examId: ID!) {
      startAttempt(input: { examId: $examId }) { __typename ... on StartAttemptSuccess { attempt { ...AttemptFields } } }
    } ${attemptFields}`,
    { examId },
    learner,
  );
  const attempt = answer.data?.startAttempt.attempt;
  if (!attempt) throw new Error(`not started: ${JSON.stringify(answer)}`);
  return attempt;
}

/** The correct response to an item of the seeded bank; an essay gets a sentence. */
export function rightResponse(item: SeenItem): Record<string, unknown> {
  switch (item.kind) {
    case 'NUMERICAL':
      return { number: '4' };
    case 'TRUE_FALSE':
      return { value: true };
    case 'SINGLE_CHOICE':
      return { optionIds: item.choices?.options.filter(({ text }) => text.text === '7').map(({ id }) => id) };
    default:
      return { text: 'Because each step does.' };
  }
}

export interface SeenReceipt {
  readonly itemId: string;
  readonly outcome: string;
  readonly sequence: number;
  readonly savedAt: string | null;
  readonly message: string | null;
}

export async function save(
  tested: TestSubgraph,
  attemptId: string,
  responses: readonly Record<string, unknown>[],
  learner: TestViewer,
) {
  return tested.send<{ saveResponses: { __typename: string; receipts?: SeenReceipt[]; attempt: SeenAttempt } }>(
    `mutation ($input: SaveResponsesInput!) {
      saveResponses(input: $input) {
        __typename
        ... on SaveResponsesSuccess { receipts { itemId outcome sequence savedAt message } }
        ... on AttemptClosed { attempt { ...AttemptFields } }
      }
    } ${attemptFields}`,
    { input: { attemptId, responses } },
    learner,
  );
}

export async function submit(tested: TestSubgraph, attemptId: string, learner: TestViewer, idempotencyKey = 'once') {
  return tested.send<{ submitAttempt: { __typename: string; attempt: SeenAttempt } }>(
    `mutation ($input: SubmitAttemptInput!) {
      submitAttempt(input: $input) {
        __typename
        ... on SubmitAttemptSuccess { attempt { ...AttemptFields } }
        ... on AlreadySubmitted { attempt { ...AttemptFields } }
        ... on DeadlinePassed { attempt { ...AttemptFields } }
      }
    } ${attemptFields}`,
    { input: { attemptId, idempotencyKey } },
    learner,
  );
}
