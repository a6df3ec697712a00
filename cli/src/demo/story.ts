import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  BankQuestionsDocument,
  CompleteLessonDocument,
  CreateCourseDocument,
  CreateExamDocument,
  CreateQuestionBankDocument,
  EnrolDocument,
  GradeChangedDocument,
  type GradeChangedSubscription,
  PublishCourseDocument,
  PublishExamDocument,
  RegisterDocument,
  type Role,
  SaveResponsesDocument,
  StartAttemptDocument,
  SubmitAttemptDocument,
} from '../generated/operations.ts';
import { importQuestions } from './import-questions.ts';
import { Person } from './person.ts';
import { AnswerKey } from './right-answers.ts';
import { expectEqual, type Narrator, success } from './steps.ts';

const questionBankFile = new URL('../../demo/question-bank.gift', import.meta.url);
/** The contents of the question bank in the repository. */
const expectedImport = { importedCount: 30, rejected: 2 };
const courseTitle = 'Elementary algebra and statistics';

/**
 * Follows a grade through the whole system, live: an instructor writes a course and an exam, a student takes them, and
 * the grade arrives at both. Every run uses new people and a new course.
 * @throws {StepFailed} at the first step with an unexpected result
 */
export async function playStory(url: string, { step }: Narrator): Promise<void> {
  const anyone = Person.anonymous(url);
  const play = randomUUID().slice(0, 8);

  async function register(name: string, role: Role): Promise<Person> {
    const email = `${name.split(' ')[0]?.toLowerCase()}.${play}@story.example`;
    const input = { name, email, password: randomUUID(), role };
    const { register: result } = await anyone.do(RegisterDocument, { input });
    return anyone.signedIn(name, success(result, 'RegisterSuccess').session);
  }

  const instructor = await step(
    'An instructor registers',
    () => register('Sofja Kowalewskaja', 'INSTRUCTOR'),
    ({ name }) => name,
  );

  const course = await step(
    'writes a course with chapters and lessons',
    async () => {
      const { createCourse } = await instructor.do(CreateCourseDocument, { input: outline });
      const { course: written } = success(createCourse, 'CreateCourseSuccess');
      expectEqual('lessonCount', written.lessonCount, 3);
      return written;
    },
    ({ chapters, lessonCount }) => `${chapters.length} chapters, ${lessonCount} lessons`,
  );

  const bankId = await step(
    'creates a question bank',
    async () => {
      const { createQuestionBank } = await instructor.do(CreateQuestionBankDocument, { name: courseTitle });
      return success(createQuestionBank, 'CreateQuestionBankSuccess').bank.id;
    },
    () => '',
  );

  await step(
    'imports questions from a GIFT file',
    async () => {
      const text = await readFile(questionBankFile, 'utf8');
      const job = await importQuestions(instructor, { bankId, text });
      expectEqual('importedCount', job.importedCount, expectedImport.importedCount);
      expectEqual('rejected', job.rejected.length, expectedImport.rejected);
      return job;
    },
    ({ importedCount, rejected }) =>
      `${importedCount} imported, rejected: ${rejected.map(({ line, reason }) => `line ${line} (${reason})`).join(', ')}`,
  );

  const exam = await step(
    'creates an exam: two sections, drawn at random',
    async () => {
      const section = { bankId, pointsPerItem: '2', shuffleItems: true };
      const sections = [
        { ...section, title: 'Algebra', category: 'Mathematics/Algebra', drawCount: 5 },
        { ...section, title: 'Statistics', category: 'Mathematics/Statistics', drawCount: 3, pointsPerItem: '2.5' },
      ];
      const input = { courseId: course.id, title: 'Midterm', timeLimitSeconds: 3600, attemptsAllowed: 1, sections };
      const { createExam } = await instructor.do(CreateExamDocument, { input });
      const { exam: drafted } = success(createExam, 'CreateExamSuccess');
      expectEqual('totalPoints', drafted.totalPoints, '17.50');
      return drafted;
    },
    ({ totalPoints }) => `8 items, ${totalPoints} points, 60 minutes`,
  );

  await step(
    'publishes the course and the exam',
    async () => {
      const ofCourse = { courseId: course.id, expectedVersion: course.version };
      success((await instructor.do(PublishCourseDocument, ofCourse)).publishCourse, 'PublishCourseSuccess');
      const ofExam = { examId: exam.id, expectedVersion: exam.version };
      success((await instructor.do(PublishExamDocument, ofExam)).publishExam, 'PublishExamSuccess');
    },
    () => '',
  );

  const student = await step(
    'A student registers',
    () => register('Emilie du Châtelet', 'STUDENT'),
    ({ name }) => name,
  );

  await step(
    'enrols',
    async () => success((await student.do(EnrolDocument, { courseId: course.id })).enrol, 'EnrolSuccess').enrolment,
    ({ progress }) => `${progress.completedLessons} of ${progress.totalLessons} lessons done`,
  );

  await step(
    'completes a lesson',
    async () => {
      const lessonId = String(course.chapters[0]?.lessons[0]?.id);
      const { completeLesson } = await student.do(CompleteLessonDocument, { lessonId });
      const { progress } = success(completeLesson, 'CompleteLessonSuccess').enrolment;
      expectEqual('progress', progress, { completedLessons: 1, totalLessons: 3, percentage: 33 });
      return progress;
    },
    ({ percentage }) => `${percentage} % of the course`,
  );

  const attempt = await step(
    'starts the exam',
    async () => {
      const { startAttempt } = await student.do(StartAttemptDocument, { examId: exam.id });
      const { attempt: started } = success(startAttempt, 'StartAttemptSuccess');
      expectEqual('items', started.items.length, 8);
      return started;
    },
    ({ items, deadlineAt }) => `${items.length} items, until ${deadlineAt}`,
  );

  const feeds = [student, instructor].map((person) => ({
    person,
    feed: person.follow(GradeChangedDocument, { courseId: course.id, after: null }),
  }));
  try {
    await step(
      'saves responses one at a time',
      async () => {
        const key = new AnswerKey(await readBank(instructor, bankId));
        for (const item of attempt.items) {
          const responses = [key.rightResponse(item, 1)];
          const { saveResponses } = await student.do(SaveResponsesDocument, { attemptId: attempt.id, responses });
          const [receipt] = success(saveResponses, 'SaveResponsesSuccess').receipts;
          expectEqual(`the receipt of item ${item.position}`, receipt?.outcome, 'SAVED');
        }
      },
      () => `${attempt.items.length} receipts`,
    );

    const submitted = await step(
      'submits, and is graded immediately',
      async () => {
        const input = { attemptId: attempt.id, idempotencyKey: randomUUID() };
        const { submitAttempt } = await student.do(SubmitAttemptDocument, input);
        const at = performance.now();
        const { status, result } = success(submitAttempt, 'SubmitAttemptSuccess').attempt;
        expectEqual('status', status, 'GRADED');
        expectEqual('score', result?.score, '17.50');
        return { at, result };
      },
      ({ result }) => `${result?.score} of ${result?.maxScore} points, ${result?.percentage} %`,
    );

    for (const { person, feed } of feeds) {
      await step(
        `The grade arrives at ${person.name}'s socket`,
        async () => {
          const { gradeChanged } = await feed.next();
          const afterMs = Math.max(0, performance.now() - submitted.at);
          expectEqual('the course', gradeChanged.course?.title, courseTitle);
          expectEqual('the learner', gradeChanged.learner?.name, student.name);
          expectEqual('the grade', gradeChanged.grade.percentage, '100.00');
          return { gradeChanged, afterMs };
        },
        ({ gradeChanged, afterMs }) => `${describe(gradeChanged)} — ${afterMs.toFixed(1)} ms after the acknowledgement`,
      );
    }
  } finally {
    await Promise.all(feeds.map(({ feed }) => feed.close()));
  }
}

async function readBank(instructor: Person, bankId: string) {
  const { questionBank } = await instructor.do(BankQuestionsDocument, { bankId, after: null });
  return questionBank?.questions.nodes ?? [];
}

function describe({ course, learner, grade }: GradeChangedSubscription['gradeChanged']): string {
  return `“${course?.title}”, ${learner?.name}: ${grade.percentage} %`;
}

const outline = {
  title: courseTitle,
  summary: 'From equations to averages, in three lessons.',
  chapters: [
    {
      title: 'Algebra',
      lessons: [
        { title: 'Equations', body: 'An equation says that two terms are equal.' },
        { title: 'Quadratic equations', body: 'They have two solutions, one, or none.' },
      ],
    },
    { title: 'Statistics', lessons: [{ title: 'Mean and median', body: 'Two ways to name the middle.' }] },
  ],
};
