import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import { type AccessRules, type AccessWorld, readAccessTable, type TestSubgraph } from '@lyceum/subgraph/testing';
import { type SeededCourse, seedBank, seedCourse, seedExam, start, submit } from './seed.ts';

/**
 * learner: owns the attempt and the grade. classmate: also takes the course, and has a grade. instructor: teaches the
 * course and owns the bank. other: teaches another course. demoted: was the course's instructor, and is a student now.
 * The object `open` is a published exam with its dependents; `draft` is an unpublished exam.
 */
const table = readAccessTable(`
  coordinate                             | object | anonymous       stranger  learner   classmate instructor other     demoted   admin

  Query.questionBank                     | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        null      FORBIDDEN yes
  Query.questionBanks                    | -      | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        empty     FORBIDDEN empty
  Query.importJob                        | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        null      FORBIDDEN yes
  Query.exam                             | open   | UNAUTHENTICATED null      yes       yes       yes        null      null      yes
  Query.exam                             | draft  | UNAUTHENTICATED null      null      null      yes        null      null      yes
  Query.attempt                          | open   | UNAUTHENTICATED null      yes       null      yes        null      null      yes

  QuestionBank.id, name, owner,
    createdAt, questionCount, questions  | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        none      FORBIDDEN yes
  ImportJob.id, status, bank, totalCount,
    readCount, importedCount,
    rejectedCount, createdAt, finishedAt | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        none      FORBIDDEN yes
  ImportJob.rejected                     | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN empty      none      FORBIDDEN empty
  ImportJob.error                        | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN null       none      FORBIDDEN null
  Question.id, version, name, category,
    kind, stem, content                  | open   | UNAUTHENTICATED none      none      none      yes        none      none      yes
  Question.generalFeedback               | open   | UNAUTHENTICATED none      none      none      null       none      none      null

  Exam.id, version, course, title, status,
    attemptsAllowed, sections,
    totalPoints                          | open   | UNAUTHENTICATED none      yes       yes       yes        none      none      yes
  Exam.publishedAt                       | open   | UNAUTHENTICATED none      yes       yes       yes        none      none      yes
  Exam.timeLimitSeconds, opensAt,
    closesAt                             | open   | UNAUTHENTICATED none      null      null      null       none      none      null
  Exam.myAttempts                        | open   | UNAUTHENTICATED none      yes       yes       empty      none      none      empty
  Exam.attempts                          | open   | UNAUTHENTICATED none      FORBIDDEN FORBIDDEN yes        none      none      yes
  Exam.id, version, course, title, status,
    attemptsAllowed, sections,
    totalPoints                          | draft  | UNAUTHENTICATED none      none      none      yes        none      none      yes
  Exam.publishedAt, timeLimitSeconds,
    opensAt, closesAt                    | draft  | UNAUTHENTICATED none      none      none      null       none      none      null
  Exam.myAttempts, attempts              | draft  | UNAUTHENTICATED none      none      none      empty      none      none      empty

  Attempt.id, version, exam, learner,
    number, status, startedAt, serverTime,
    submittedAt, closedBy, items, result | open   | UNAUTHENTICATED none      yes       none      yes        none      none      yes
  Attempt.deadlineAt                     | open   | UNAUTHENTICATED none      null      none      null       none      none      null

  Grade.id, version, learner, course,
    exam, attempt, score, maxScore,
    percentage, calculator, gradedAt     | open   | UNAUTHENTICATED none      yes       none      yes        none      none      yes

  Course.id                              | open   | yes             yes       yes       yes       yes        yes       yes       yes
  Course.exams                           | open   | UNAUTHENTICATED empty     yes       yes       yes        empty     empty     yes
  Course.grades                          | open   | UNAUTHENTICATED FORBIDDEN yes       yes       yes        FORBIDDEN FORBIDDEN yes
  User.id                                | open   | yes             yes       yes       yes       yes        yes       yes       yes
  User.grades                            | open   | UNAUTHENTICATED empty     yes       empty     yes        empty     empty     yes

  Mutation.createQuestionBank            | -      | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        yes       FORBIDDEN yes
  Mutation.importQuestions               | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Mutation.createExam                    | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Mutation.updateExam, publishExam       | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Mutation.updateExam, publishExam       | draft  | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Mutation.startAttempt                  | open   | UNAUTHENTICATED NOT_FOUND yes       yes       FORBIDDEN  NOT_FOUND NOT_FOUND FORBIDDEN
  Mutation.startAttempt                  | draft  | UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN  NOT_FOUND NOT_FOUND FORBIDDEN
  Mutation.saveResponses, submitAttempt  | open   | UNAUTHENTICATED NOT_FOUND yes       NOT_FOUND NOT_FOUND  NOT_FOUND NOT_FOUND NOT_FOUND
  Mutation.reviewItem                    | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes

  Subscription.importProgressed          | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Subscription.gradeChanged              | open   | UNAUTHENTICATED NOT_FOUND yes       yes       yes        NOT_FOUND NOT_FOUND yes
`);

/** No exam or attempt has this version: a caller with the right to change it gets a conflict, and nothing changes. */
const expectedVersion = 99;

async function createWorld(tested: TestSubgraph, tokens: TestTokens): Promise<AccessWorld> {
  const [course, otherCourse] = [await seedCourse(tested, tokens), await seedCourse(tested, tokens)];
  const [learner, classmate, stranger] = [await course.enrol(), await course.enrol(), await otherCourse.enrol()];
  const { instructor } = course;
  const Exam = await seedExam(tested, course);
  const sit = async (student: TestViewer) => {
    const attempt = await start(tested, Exam, student);
    await submit(tested, attempt.id, student);
    return attempt;
  };
  const attempt = await sit(learner);
  await sit(classmate);
  const { dataSource } = tested.database;
  const [grade] = await dataSource.query('SELECT id FROM grade WHERE learner_id = $1', [learner.userId]);
  const QuestionBank = await seedBank(tested, instructor);
  const [job] = await dataSource.query("SELECT id FROM job WHERE state->>'bankId' = $1", [QuestionBank]);
  const [question] = await dataSource.query("SELECT id FROM question WHERE bank_id = $1 AND category = 'algebra'", [
    QuestionBank,
  ]);
  const draft = await draftExam(tested, course, QuestionBank);
  return {
    viewers: {
      anonymous: undefined,
      stranger,
      learner,
      classmate,
      instructor,
      other: otherCourse.instructor,
      demoted: await tokens.signIn('STUDENT', { userId: instructor.userId }),
      admin: await tokens.signIn('ADMIN'),
    },
    objects: {
      open: {
        Course: course.courseId,
        User: learner.userId,
        Exam,
        QuestionBank,
        ImportJob: job.id,
        Question: question.id,
        Attempt: attempt.id,
        AttemptItem: attempt.items[0]?.id ?? '',
        Grade: grade.id,
      },
      draft: { Exam: draft },
    },
  };
}

async function draftExam(
  tested: TestSubgraph,
  { courseId, instructor }: SeededCourse,
  bankId: string,
): Promise<string> {
  const sections = [{ title: 'All', bankId, drawCount: 1, pointsPerItem: '1' }];
  const { data } = await tested.send<{ createExam: { exam: { id: string } } }>(
    `mutation ($input: CreateExamInput!) {
      createExam(input: $input) { ... on CreateExamSuccess { exam { id } } }
    }`,
    { input: { courseId, title: 'Draft', sections } },
    instructor,
  );
  return String(data?.createExam.exam.id);
}

export const assessmentAccess: AccessRules = {
  table,
  createWorld,
  arguments: {
    'User.grades': ({ Course: courseId }) => ({ courseId }),
    'Mutation.createQuestionBank': () => ({ input: { name: ' ' } }),
    'Mutation.importQuestions': ({ QuestionBank: bankId }) => ({
      input: { bankId, format: 'GIFT', text: '', idempotencyKey: 'once' },
    }),
    'Mutation.createExam': ({ Course: courseId }) => ({ input: { courseId, title: ' ', sections: [] } }),
    'Mutation.updateExam': ({ Exam: examId }) => ({ input: { examId, expectedVersion } }),
    'Mutation.publishExam': ({ Exam: examId }) => ({ input: { examId, expectedVersion } }),
    'Mutation.startAttempt': ({ Exam: examId }) => ({ input: { examId } }),
    'Mutation.saveResponses': ({ Attempt: attemptId, AttemptItem: itemId }) => ({
      input: { attemptId, responses: [{ itemId, sequence: 1, text: 'mine' }] },
    }),
    'Mutation.submitAttempt': ({ Attempt: attemptId }) => ({ input: { attemptId, idempotencyKey: 'again' } }),
    'Mutation.reviewItem': ({ Attempt: attemptId, AttemptItem: itemId }) => ({
      input: { attemptId, itemId, points: '1', expectedVersion },
    }),
    'Subscription.importProgressed': ({ ImportJob: jobId }) => ({ jobId }),
    'Subscription.gradeChanged': ({ Course: courseId = '' }) => ({ courseId, after: feedStart(courseId) }),
  },
  lists: {
    QuestionBank: ['questionBanks { nodes { SELECTION } }'],
    Question: ['questionBanks { nodes { questions { nodes { SELECTION } } } }'],
  },
};

/** The cursor before the first change of a course's grades, as `feedCursor` returned it then. */
function feedStart(courseId: string): string {
  return Buffer.from(`${courseId.toLowerCase()}:0`).toString('base64url');
}
