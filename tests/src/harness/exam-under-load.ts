import type { Item } from '@lyceum/cli/demo';
import { type ResponseInput, SaveResponsesDocument, success } from '@lyceum/cli/demo';
import { type ExamCourse, enrol, handIn, type Member, register, type Sitting, sit } from './exam-course.ts';

/** What a student's client received: acknowledged data must exist afterwards, unacknowledged data may. */
export interface Told {
  readonly student: Member;
  readonly sitting: Sitting;
  readonly rounds: number;
  /** The newest acknowledged save, by item. */
  readonly saved: Map<string, number>;
  submission: 'not sent' | 'unknown' | 'acknowledged';
}

/** The number of acknowledgements. */
export interface Progress {
  saves: number;
  submissions: number;
  enrolments: number;
}

export async function prepare(url: string, examCourse: ExamCourse, students: readonly Member[]): Promise<Told[]> {
  return Promise.all(
    students.map(async (student, index) => ({
      student,
      sitting: await sit(student.at(url), examCourse),
      rounds: 1 + (index % 3),
      saved: new Map(),
      submission: 'not sent' as const,
    })),
  );
}

/** Saves every item several times, then submits. */
export async function work(url: string, told: Told, onAcknowledged: (what: keyof Progress) => void): Promise<void> {
  const { sitting, rounds, saved } = told;
  const student = told.student.at(url);
  for (let sequence = 1; sequence <= rounds; sequence += 1) {
    for (const item of sitting.items) {
      const responses = [responseTo(item, sequence)];
      const { saveResponses } = await student.do(SaveResponsesDocument, { attemptId: sitting.attemptId, responses });
      const [receipt] = success(saveResponses, 'SaveResponsesSuccess').receipts;
      if (receipt?.outcome === 'INVALID') throw new Error(`${receipt.message}`);
      saved.set(item.id, Math.max(receipt?.sequence ?? 0, saved.get(item.id) ?? 0));
      onAcknowledged('saves');
    }
  }
  told.submission = 'unknown';
  await handIn(student, sitting);
  told.submission = 'acknowledged';
  onAcknowledged('submissions');
}

/** Resumes after a disconnect: repeats everything unacknowledged, as clients do. */
export async function goOn(url: string, told: Told): Promise<void> {
  if (told.submission === 'not sent') await work(url, told, () => undefined);
  else await handIn(told.student.at(url), told.sitting);
}

/** Registers and enrols a student, and adds them to a list when the enrolment is acknowledged. */
export async function arrive(
  url: string,
  { courseId }: ExamCourse,
  arrived: Member[],
  onAcknowledged: (what: keyof Progress) => void,
): Promise<void> {
  const student = await register(url, 'STUDENT');
  await enrol(student, courseId);
  arrived.push(student);
  onAcknowledged('enrolments');
}

/** A response that differs by sequence, as far as the item's kind allows. */
export function responseTo({ id: itemId, kind, choices }: Item, sequence: number): ResponseInput {
  if (choices?.__typename === 'OptionChoices') {
    const { id } = choices.options[sequence % choices.options.length] ?? { id: '' };
    return { itemId, sequence, optionIds: [id] };
  }
  return kind === 'NUMERICAL'
    ? { itemId, sequence, number: `${sequence}` }
    : { itemId, sequence, value: sequence % 2 === 0 };
}
