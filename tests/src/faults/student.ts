import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
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
import type { Classroom } from './classroom.ts';
import { ask, type Clients } from './client.ts';

/** Somebody new who takes a course: registers, enrols, completes the lessons, sits the exam. Every step is told when it is acknowledged. */
export class Student {
  private constructor(
    private readonly clients: Clients,
    readonly userId: string,
    private readonly token: string,
    private readonly thinkMs: number,
  ) {}

  /** @param thinkMs how long they think after each answer */
  static async register(clients: Clients, thinkMs = 0): Promise<Student> {
    const [email, password] = [`${randomUUID()}@faults.example`, randomUUID()];
    const input = { name: 'Student', email, password, role: 'STUDENT' as const };
    const { register } = await ask(clients, RegisterDocument, { input });
    // Who was not answered and asks again may be told that the address is taken: by themselves.
    const { session } =
      register.__typename === 'EmailTaken'
        ? success((await ask(clients, LoginDocument, { email, password })).login, 'LoginSuccess')
        : success(register, 'RegisterSuccess');
    clients.told.tell({ kind: 'account', userId: session.userId, email });
    return new Student(clients, session.userId, session.accessToken, thinkMs);
  }

  async enrol({ courseId }: Classroom): Promise<void> {
    success((await this.ask(EnrolDocument, { courseId })).enrol, 'EnrolSuccess');
    this.clients.told.tell({ kind: 'enrolment', courseId, learnerId: this.userId });
  }

  async complete(lessonId: string): Promise<void> {
    success((await this.ask(CompleteLessonDocument, { lessonId })).completeLesson, 'CompleteLessonSuccess');
    this.clients.told.tell({ kind: 'completion', lessonId, learnerId: this.userId });
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
    this.clients.told.tell({ kind: 'submission', attemptId });
    return attemptId;
  }

  private async save(attemptId: string, item: Item, sequence: number): Promise<void> {
    const given = responseTo(item, sequence);
    const { saveResponses } = await this.ask(SaveResponsesDocument, { attemptId, responses: [given] });
    const [receipt] = success(saveResponses, 'SaveResponsesSuccess').receipts;
    // Who asks again is told that it was saved before. Nobody else saves here.
    if (receipt?.outcome !== 'SAVED' && receipt?.outcome !== 'ALREADY_SAVED') throw new Error(`${receipt?.message}`);
    const { itemId: _itemId, sequence: _sequence, ...response } = given;
    this.clients.told.tell({ kind: 'save', itemId: item.id, sequence, response });
  }

  private async ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    expected: readonly string[] = [],
  ): Promise<Data> {
    const data = await ask(this.clients, document, variables, { token: this.token, expected });
    if (this.thinkMs > 0) await sleep(this.thinkMs, undefined, { signal: this.clients.signal });
    return data;
  }
}
