import { randomUUID } from 'node:crypto';
import {
  AnswerKey,
  BankQuestionsDocument,
  CourseGradesDocument,
  CreateCourseDocument,
  CreateExamDocument,
  CreateQuestionBankDocument,
  EnrolDocument,
  type Item,
  importQuestions,
  Person,
  PublishCourseDocument,
  PublishExamDocument,
  RegisterDocument,
  type Role,
  SaveResponsesDocument,
  StartAttemptDocument,
  SubmitAttemptDocument,
  success,
} from '@lyceum/cli/demo';

const questions = `
::Sum::2 + 2 {#4}
::Product::Is 3 · 3 nine? {TRUE}
::Choice::Which is prime? {~4 =7 ~9}
`;

/** A person with an account. */
export type Member = Person & { readonly userId: string };

/** A published course with an exam of three items, 2 points each. */
export interface School {
  readonly courseId: string;
  readonly title: string;
  readonly examId: string;
  readonly instructor: Member;
  readonly key: AnswerKey;
}

export interface Sitting {
  readonly attemptId: string;
  readonly items: readonly Item[];
}

export async function register(url: string, role: Role, name = `${role} ${randomUUID().slice(0, 8)}`): Promise<Member> {
  const anyone = Person.anonymous(url);
  const input = { name, email: `${randomUUID()}@school.example`, password: randomUUID(), role };
  const { register: result } = await anyone.do(RegisterDocument, { input });
  const person = anyone.signedIn(name, success(result, 'RegisterSuccess').session);
  if (!isMember(person)) throw new Error('The session has no user');
  return person;
}

function isMember(person: Person): person is Member {
  return person.userId !== undefined;
}

export async function openSchool(
  url: string,
  options: { title?: string; attemptsAllowed?: number } = {},
): Promise<School> {
  const { title = 'Arithmetic', attemptsAllowed = 1 } = options;
  const instructor = await register(url, 'INSTRUCTOR');
  const chapters = [{ title: 'Numbers', lessons: [{ title: 'Sums' }, { title: 'Products' }] }];
  const created = await instructor.do(CreateCourseDocument, { input: { title, chapters } });
  const { id: courseId, version } = success(created.createCourse, 'CreateCourseSuccess').course;
  const ofCourse = { courseId, expectedVersion: version };
  success((await instructor.do(PublishCourseDocument, ofCourse)).publishCourse, 'PublishCourseSuccess');

  const { createQuestionBank } = await instructor.do(CreateQuestionBankDocument, { name: title });
  const bankId = success(createQuestionBank, 'CreateQuestionBankSuccess').bank.id;
  await importQuestions(instructor, { bankId, text: questions });
  const { questionBank } = await instructor.do(BankQuestionsDocument, { bankId });

  const sections = [{ title: 'All', bankId, drawCount: 3, pointsPerItem: '2' }];
  const { createExam } = await instructor.do(CreateExamDocument, {
    input: { courseId, title: 'Exam', attemptsAllowed, sections },
  });
  const { exam } = success(createExam, 'CreateExamSuccess');
  const ofExam = { examId: exam.id, expectedVersion: exam.version };
  success((await instructor.do(PublishExamDocument, ofExam)).publishExam, 'PublishExamSuccess');
  const key = new AnswerKey(questionBank?.questions.nodes ?? []);
  return { courseId, title, examId: exam.id, instructor, key };
}

/** New learners of the course. */
export async function enrolStudents(url: string, { courseId }: School, count: number): Promise<Member[]> {
  const students = Array.from({ length: count }, async () => {
    const student = await register(url, 'STUDENT');
    await enrol(student, courseId);
    return student;
  });
  return Promise.all(students);
}

export async function enrol(student: Member, courseId: string): Promise<void> {
  success((await student.do(EnrolDocument, { courseId })).enrol, 'EnrolSuccess');
}

export async function sit(student: Member, { examId }: School): Promise<Sitting> {
  const { startAttempt } = await student.do(StartAttemptDocument, { examId });
  const { id: attemptId, items } = success(startAttempt, 'StartAttemptSuccess').attempt;
  return { attemptId, items };
}

export async function answerRight(student: Member, { key }: School, { attemptId, items }: Sitting): Promise<void> {
  const responses = items.map((item) => key.rightResponse(item, 1));
  const { saveResponses } = await student.do(SaveResponsesDocument, { attemptId, responses });
  success(saveResponses, 'SaveResponsesSuccess');
}

export async function handIn(student: Member, { attemptId }: Sitting): Promise<void> {
  const { submitAttempt } = await student.do(SubmitAttemptDocument, { attemptId, idempotencyKey: attemptId });
  success(submitAttempt, 'SubmitAttemptSuccess');
}

/** The current version of the course's grade feed, as a cursor. */
export async function feedCursorOf({ courseId, instructor }: School): Promise<string> {
  const { course } = await instructor.do(CourseGradesDocument, { courseId, first: 1 });
  if (!course?.grades) throw new Error('The grades of the course are missing');
  return course.grades.feedCursor;
}
