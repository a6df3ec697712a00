import { randomUUID } from 'node:crypto';
import type { Item } from '@lyceum/cli/demo';
import {
  CompleteLessonDocument,
  EnrolDocument,
  LoginDocument,
  RegisterDocument,
  SaveResponsesDocument,
  StartAttemptDocument,
  SubmitAttemptDocument,
  success,
} from '@lyceum/cli/demo';
import { responseTo } from '../harness/exam-under-load.ts';
import type { AcknowledgementLog } from './acknowledgement-log.ts';
import type { Classroom } from './classroom.ts';
import { ask } from './client.ts';

/** Somebody new who takes a course: registers, enrols, completes the lessons, sits the exam. Every step is told when it is acknowledged. */
export class Student {
  private constructor(
    private readonly url: string,
    private readonly told: AcknowledgementLog,
    readonly userId: string,
    private readonly token: string,
  ) {}

  static async register(url: string, told: AcknowledgementLog): Promise<Student> {
    const [email, password] = [`${randomUUID()}@faults.example`, randomUUID()];
    const input = { name: 'Student', email, password, role: 'STUDENT' as const };
    const askedAgain = () => told.askAgain();
    const { register } = await ask(url, RegisterDocument, { input }, { askedAgain });
    // Who was not answered and asks again may be told that the address is taken: by themselves.
    const { session } =
      register.__typename === 'EmailTaken'
        ? success((await ask(url, LoginDocument, { email, password }, { askedAgain })).login, 'LoginSuccess')
        : success(register, 'RegisterSuccess');
    told.tell({ kind: 'account', userId: session.userId, email });
    return new Student(url, told, session.userId, session.accessToken);
  }

  async enrol({ courseId }: Classroom): Promise<void> {
    success((await this.ask(EnrolDocument, { courseId })).enrol, 'EnrolSuccess');
    this.told.tell({ kind: 'enrolment', courseId, learnerId: this.userId });
  }

  async complete(lessonId: string): Promise<void> {
    success((await this.ask(CompleteLessonDocument, { lessonId })).completeLesson, 'CompleteLessonSuccess');
    this.told.tell({ kind: 'completion', lessonId, learnerId: this.userId });
  }

  /** Saves every item some times over, then hands in. */
  async sit({ examId }: Classroom, rounds: number): Promise<string> {
    // The enrolment may still be on its way to where exams are.
    const expected = ['NOT_FOUND'];
    const { startAttempt } = await this.ask(StartAttemptDocument, { examId }, expected);
    const { id: attemptId, items } = success(startAttempt, 'StartAttemptSuccess').attempt;
    for (let sequence = 1; sequence <= rounds; sequence += 1) {
      for (const item of items) await this.save(attemptId, item, sequence);
    }
    const handingIn = { attemptId, idempotencyKey: attemptId };
    success((await this.ask(SubmitAttemptDocument, handingIn)).submitAttempt, 'SubmitAttemptSuccess');
    this.told.tell({ kind: 'submission', attemptId });
    return attemptId;
  }

  private async save(attemptId: string, item: Item, sequence: number): Promise<void> {
    const given = responseTo(item, sequence);
    const { saveResponses } = await this.ask(SaveResponsesDocument, { attemptId, responses: [given] });
    const [receipt] = success(saveResponses, 'SaveResponsesSuccess').receipts;
    // Who asks again is told that it was saved before. Nobody else saves here.
    if (receipt?.outcome !== 'SAVED' && receipt?.outcome !== 'ALREADY_SAVED') throw new Error(`${receipt?.message}`);
    const { itemId: _itemId, sequence: _sequence, ...response } = given;
    this.told.tell({ kind: 'save', itemId: item.id, sequence, response });
  }

  private ask: <Data, Variables extends Record<string, unknown>>(
    document: Parameters<typeof ask<Data, Variables>>[1],
    variables: Variables,
    expected?: readonly string[],
  ) => Promise<Data> = (document, variables, expected = []) =>
    ask(this.url, document, variables, { token: this.token, expected, askedAgain: () => this.told.askAgain() });
}
