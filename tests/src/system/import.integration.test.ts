import { randomUUID } from 'node:crypto';
import { CreateQuestionBankDocument, followImport, ImportQuestionsDocument, success } from '@lyceum/cli/demo';
import { testServerUrl } from '@lyceum/testing';
import { type Member, register } from '../harness/exam-course.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';

const questionCount = 8_000;
const text = Array.from({ length: questionCount }, (_, at) => `${at} + 1 = ? {#${at + 1}}\n\n`).join('');

let installation: Installation;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
});
afterAll(() => installation.remove());

async function openBank(instructor: Member): Promise<string> {
  const { createQuestionBank } = await instructor.do(CreateQuestionBankDocument, { name: 'Sums' });
  return success(createQuestionBank, 'CreateQuestionBankSuccess').bank.id;
}

describe('a large import', () => {
  it('can be followed through the gateway to its end, and is the same when sent again', async () => {
    const { url } = await installation.launch();
    const instructor = await register(url, 'INSTRUCTOR');
    const variables = { bankId: await openBank(instructor), text, idempotencyKey: randomUUID() };
    const begun = success(
      (await instructor.do(ImportQuestionsDocument, variables)).importQuestions,
      'ImportQuestionsSuccess',
    ).job;
    const done = { status: 'SUCCEEDED', importedCount: questionCount, bank: { questionCount } };
    expect(await followImport(instructor, begun.id)).toMatchObject(done);
    const again = await instructor.do(ImportQuestionsDocument, variables);
    expect(success(again.importQuestions, 'ImportQuestionsSuccess').job).toMatchObject({ id: begun.id, ...done });
  });

  it('continues after a restart in the middle, each question once', async () => {
    const lyceum = await installation.launch();
    const instructor = await register(lyceum.url, 'INSTRUCTOR');
    const variables = { bankId: await openBank(instructor), text, idempotencyKey: randomUUID() };
    const { importQuestions } = await instructor.do(ImportQuestionsDocument, variables);
    const { job } = success(importQuestions, 'ImportQuestionsSuccess');
    await lyceum.stop();
    const { url } = await installation.launch();
    const done = { status: 'SUCCEEDED', readCount: questionCount, bank: { questionCount } };
    expect(await followImport(instructor.at(url), job.id)).toMatchObject(done);
  });
});
