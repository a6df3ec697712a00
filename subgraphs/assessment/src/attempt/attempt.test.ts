import {
  AttemptId,
  AttemptItemId,
  CourseId,
  ExamId,
  ExamSectionId,
  newId,
  QuestionId,
  UserId,
} from '@lyceum/contracts';
import fc from 'fast-check';
import { optionOrder } from '../draw/option-order.ts';
import type { QuestionContent, Response } from '../question/question.ts';
import { type AttemptItem, closeAttempt, gradeAttempt, reviewItem, saveResponse, startAttempt } from './attempt.ts';

const now = new Date('2026-09-01T08:00:00Z');
const number: QuestionContent = {
  kind: 'NUMERICAL',
  answers: [{ min: '4', max: '4', fraction: '1', feedback: null }],
};
const essay: QuestionContent = { kind: 'ESSAY' };

const item = (change: Partial<AttemptItem> = {}): AttemptItem => ({
  id: newId(AttemptItemId),
  position: 1,
  sectionId: newId(ExamSectionId),
  questionId: newId(QuestionId),
  questionVersion: 1,
  points: '2',
  seed: 'seed',
  response: null,
  sequence: 0,
  savedAt: null,
  outcome: { state: 'UNGRADED' },
  ...change,
});

const attempt = startAttempt({
  id: newId(AttemptId),
  examId: newId(ExamId),
  courseId: newId(CourseId),
  learnerId: newId(UserId),
  number: 1,
  seed: 'seed',
  startedAt: now,
  deadlineAt: null,
});
const closed = closeAttempt(attempt, { submittedAt: now, closedBy: 'LEARNER', submissionKey: 'key' });
const four = { kind: 'NUMERICAL', number: '4' } as const;

describe('a save of a response', () => {
  const save = (of: AttemptItem, sequence: number, response: Response = four, at = now) =>
    saveResponse(of, number, { sequence, response }, at);

  it('is accepted if its sequence number is higher than the last', () => {
    const { item: saved, receipt } = save(item({ sequence: 3 }), 4);
    expect(saved).toMatchObject({ response: four, sequence: 4, savedAt: now });
    expect(receipt).toMatchObject({ outcome: 'SAVED', sequence: 4, savedAt: now });
  });

  it('that is repeated counts once, and a late one changes nothing', () => {
    const { item: saved } = save(item(), 4);
    expect(save(saved, 4).receipt.outcome).toBe('ALREADY_SAVED');
    expect(save(saved, 4, { kind: 'NUMERICAL', number: '5' })).toMatchObject({
      item: saved,
      receipt: { outcome: 'STALE' },
    });
    expect(save(saved, 3)).toMatchObject({ item: saved, receipt: { outcome: 'STALE' } });
  });

  it('that is repeated is recognized regardless of the order of its fields in the database', () => {
    const matching: QuestionContent = {
      kind: 'MATCHING',
      pairs: [{ id: '1', prompt: { format: 'PLAIN', text: 'a' }, answer: 'one' }],
      distractors: [],
    };
    const response = { kind: 'MATCHING', matches: [{ pairId: '1', answer: 'one' }] } as const;
    const stored = { matches: [{ answer: 'one', pairId: '1' }], kind: 'MATCHING' } as const;
    const { receipt } = saveResponse(item({ response: stored, sequence: 4 }), matching, { sequence: 4, response }, now);
    expect(receipt.outcome).toBe('ALREADY_SAVED');
  });

  it('may be numbered by a counter or by a clock in milliseconds', () => {
    for (const sequence of [1, 2, now.getTime()]) expect(save(item(), sequence).receipt.outcome).toBe('SAVED');
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53, now.getTime() * 1_000 + 1])('is refused with the number %d', (sequence) => {
    const before = item({ sequence: 7 });
    const { item: after, receipt } = save(before, sequence);
    expect(after).toBe(before);
    expect(receipt).toMatchObject({
      outcome: 'INVALID',
      sequence: 7,
      message: expect.stringContaining('continue from 8'),
    });
  });

  it('always leaves a higher number available', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.maxSafeInteger(), fc.nat(20)), { maxLength: 20 }), (sequences) => {
        const last = sequences.reduce((of, sequence) => save(of, sequence).item, item());
        const later = new Date(now.getTime() + 1);
        expect(save(last, last.sequence + 1, four, later).receipt.outcome).toBe('SAVED');
      }),
    );
  });
});

describe('an attempt that was submitted', () => {
  it('is graded as far as possible automatically, and the rest waits for review', () => {
    const [right, free] = [item({ response: four }), item({ response: { kind: 'ESSAY', text: 'Because.' } })];
    const graded = gradeAttempt(closed, [
      { item: right, content: number },
      { item: free, content: essay },
    ]);
    expect(graded.attempt).toMatchObject({ status: 'UNDER_REVIEW', version: closed.version + 1 });
    expect(graded.items.map(({ outcome }) => outcome.state)).toEqual(['GRADED', 'NEEDS_REVIEW']);
  });

  it('gets feedback in the displayed order of its options, not the author’s', () => {
    const option = (id: string) => ({
      id,
      text: { format: 'PLAIN' as const, text: id },
      fraction: '0.25',
      feedback: { format: 'PLAIN' as const, text: id },
    });
    const content: QuestionContent = { kind: 'MULTIPLE_CHOICE', options: ['1', '2', '3', '4'].map(option) };
    const chosen: Response = { kind: 'MULTIPLE_CHOICE', optionIds: ['1', '2', '3', '4'] };
    for (const seed of ['one', 'two', 'three']) {
      const graded = gradeAttempt(closed, [{ item: item({ seed, response: chosen }), content }]);
      const { outcome } = graded.items[0] ?? {};
      const told = outcome?.state === 'GRADED' ? outcome.feedback.map(({ text }) => text) : [];
      expect(told).toEqual(optionOrder(content, seed));
    }
  });

  it('is graded by the rules at the time it was started', () => {
    const content: QuestionContent = {
      kind: 'SHORT_ANSWER',
      caseSensitive: false,
      answers: [{ pattern: "don't", fraction: '1', feedback: null }],
    };
    const answered = item({ response: { kind: 'SHORT_ANSWER', text: 'don\u2019t' } });
    const pointsBy = (calculator: typeof attempt.calculator) =>
      gradeAttempt({ ...closed, calculator }, [{ item: answered, content }]).items[0]?.outcome;
    expect(pointsBy('grading/1')).toMatchObject({ points: '0' });
    expect(pointsBy('grading/2')).toMatchObject({ points: '2' });
  });

  it('keeps the comment if a review omits it', () => {
    const reviewed = (items: readonly AttemptItem[], comment: string | null | undefined) =>
      reviewItem(closed, items, first.id, { points: '1', comment, reviewerId: newId(UserId) }, now).items;
    const first = item();
    const said = reviewed([first], 'Nearly.');
    expect(reviewed(said, undefined)[0]?.outcome).toMatchObject({ comment: 'Nearly.' });
    expect(reviewed(said, null)[0]?.outcome).toMatchObject({ comment: null });
    expect(reviewed([first], undefined)[0]?.outcome).toMatchObject({ comment: null });
  });
});
