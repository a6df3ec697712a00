import { randomUUID } from 'node:crypto';
import { send } from '../../packages/client/dist/index.js';

const courses = 4;
const studentsPerCourse = 10;

/** Sends an operation and returns its only field. @throws with the API's error message */
export async function execute(url, token, query, variables) {
  const { data, errors } = await send(`${url}/graphql`, query, variables, { token });
  const [answer] = Object.values(data ?? {});
  const fault = errors?.map(({ message }) => message).join('; ') ?? answer?.message;
  if (fault) throw new Error(fault);
  return answer;
}

/**
 * Courses with an exam that students have submitted.
 * @returns the instructor's token, the courses' ids, and the attempts: `{ id, itemId, version }`
 */
export async function openSchool(url) {
  const instructor = await register(url, 'INSTRUCTOR');
  const courseIds = [];
  const attempts = [];
  for (let number = 1; number <= courses; number += 1) {
    const { courseId, examId } = await openCourse(url, instructor, `Course ${number}`);
    courseIds.push(courseId);
    for (let student = 0; student < studentsPerCourse; student += 1) {
      attempts.push(await takeExam(url, await register(url, 'STUDENT'), courseId, examId));
    }
  }
  return { instructor, courseIds, attempts };
}

export async function register(url, role) {
  const input = { role, name: role, email: `${randomUUID()}@school.example`, password: randomUUID() };
  const { session } = await execute(
    url,
    undefined,
    `mutation ($input: RegisterInput!) { register(input: $input) {
      ... on RegisterSuccess { session { accessToken } } ... on Error { message } } }`,
    { input },
  );
  return session.accessToken;
}

async function openCourse(url, token, title) {
  const { course } = await execute(
    url,
    token,
    `mutation ($input: CreateCourseInput!) { createCourse(input: $input) {
      ... on CreateCourseSuccess { course { id version } } ... on Error { message } } }`,
    { input: { title, chapters: [{ title, lessons: [{ title }] }] } },
  );
  await execute(
    url,
    token,
    `mutation ($id: ID!, $version: Int!) { publishCourse(input: { courseId: $id, expectedVersion: $version }) {
      __typename ... on Error { message } } }`,
    course,
  );
  const { bank } = await execute(
    url,
    token,
    `mutation ($name: String!) { createQuestionBank(input: { name: $name }) {
      ... on CreateQuestionBankSuccess { bank { id } } ... on Error { message } } }`,
    { name: title },
  );
  await execute(
    url,
    token,
    `mutation ($bankId: ID!, $text: String!, $key: String!) { importQuestions(
      input: { bankId: $bankId, format: GIFT, text: $text, idempotencyKey: $key }
    ) { __typename ... on Error { message } } }`,
    { bankId: bank.id, key: bank.id, text: '::Sum::2 + 2 {#4}\n\n::Product::Is 3 · 3 nine? {TRUE}\n' },
  );
  const { exam } = await execute(
    url,
    token,
    `mutation ($input: CreateExamInput!) { createExam(input: $input) {
      ... on CreateExamSuccess { exam { id version } } ... on Error { message } } }`,
    {
      input: {
        ...{ courseId: course.id, title, attemptsAllowed: 1 },
        sections: [{ title, bankId: bank.id, drawCount: 2, pointsPerItem: '2' }],
      },
    },
  );
  await execute(
    url,
    token,
    `mutation ($id: ID!, $version: Int!) { publishExam(input: { examId: $id, expectedVersion: $version }) {
      __typename ... on Error { message } } }`,
    exam,
  );
  return { courseId: course.id, examId: exam.id };
}

async function takeExam(url, token, courseId, examId) {
  await execute(
    url,
    token,
    'mutation ($courseId: ID!) { enrol(input: { courseId: $courseId }) { __typename ... on Error { message } } }',
    { courseId },
  );
  const { attempt } = await execute(
    url,
    token,
    `mutation ($examId: ID!) { startAttempt(input: { examId: $examId }) {
      ... on StartAttemptSuccess { attempt { id items { id } } } ... on Error { message } } }`,
    { examId },
  );
  const { attempt: submitted } = await execute(
    url,
    token,
    `mutation ($id: ID!, $key: String!) { submitAttempt(input: { attemptId: $id, idempotencyKey: $key }) {
      ... on SubmitAttemptSuccess { attempt { version } } ... on Error { message } } }`,
    { id: attempt.id, key: randomUUID() },
  );
  return { id: attempt.id, itemId: attempt.items[0].id, version: submitted.version };
}
