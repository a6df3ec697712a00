import { CourseId, ExamId, ExamSectionId, newId, QuestionBankId } from '@lyceum/contracts';
import {
  checkCandidates,
  checkExamCount,
  checkPlan,
  checkPublication,
  deadlineOf,
  draftExam,
  type ExamPlan,
  isOpen,
  mostCandidates,
  publish,
  revise,
  totalPoints,
} from './exam.ts';

const now = new Date('2026-09-01T08:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const section = {
  id: newId(ExamSectionId),
  title: 'Algebra',
  bankId: newId(QuestionBankId),
  category: null,
  drawCount: 3,
  pointsPerItem: '2.5',
  shuffleItems: true,
};
const plan: ExamPlan = {
  title: 'Midterm',
  timeLimitSeconds: 3600,
  opensAt: null,
  closesAt: null,
  attemptsAllowed: 1,
  sections: [section, { ...section, drawCount: 1, pointsPerItem: '0.1' }],
};
const draft = (change: Partial<ExamPlan> = {}) => {
  const exam = draftExam(newId(ExamId), newId(CourseId), { ...plan, ...change }, now);
  if (exam.status !== 'DRAFT') throw new Error('expected a draft');
  return exam;
};

describe('checkPlan', () => {
  it('accepts a valid plan', () => {
    expect(checkPlan(plan)).toBeNull();
  });

  it.each<[string, Partial<ExamPlan>]>([
    ['title', { title: ' ' }],
    ['timeLimitSeconds', { timeLimitSeconds: 29 }],
    ['timeLimitSeconds', { timeLimitSeconds: 86_401 }],
    ['closesAt', { opensAt: now, closesAt: now }],
    ['attemptsAllowed', { attemptsAllowed: 0 }],
    ['sections', { sections: [] }],
    ['sections.1.drawCount', { sections: [section, { ...section, drawCount: 201 }] }],
    ['sections', { sections: [200, 200, 101].map((drawCount) => ({ ...section, drawCount })) }],
    ['sections.0.pointsPerItem', { sections: [{ ...section, pointsPerItem: '0' }] }],
    ['sections.0.pointsPerItem', { sections: [{ ...section, pointsPerItem: '1.005' }] }],
  ])('names the field that is out of bounds: %s', (field, change) => {
    expect(checkPlan({ ...plan, ...change })).toMatchObject({ field });
  });
});

describe('checkPublication', () => {
  it.each<[string, Partial<ExamPlan>]>([
    ['no end', {}],
    ['no time limit', { timeLimitSeconds: null, closesAt: later(1) }],
    ['an end after the whole time limit', { closesAt: later(3600) }],
    ['a future opening, and the whole time limit after it', { opensAt: later(60), closesAt: later(3660) }],
    ['a past opening', { opensAt: later(-60), closesAt: later(3600) }],
  ])('accepts an exam with %s', (_what, change) => {
    expect(checkPublication({ ...plan, ...change }, now)).toBeNull();
  });

  it.each<[string, Partial<ExamPlan>]>([
    ['closesAt', { closesAt: now }],
    ['closesAt', { opensAt: later(-20), closesAt: later(-10) }],
    ['timeLimitSeconds', { closesAt: later(3599) }],
    ['timeLimitSeconds', { opensAt: later(60), closesAt: later(3659) }],
  ])('reports what could not be corrected after publication: %s', (field, change) => {
    expect(checkPublication({ ...plan, ...change }, now)).toMatchObject({ field });
  });
});

describe('an exam', () => {
  it('increments its version when it is revised or published', () => {
    const revised = revise(draft(), { ...plan, title: 'Final' });
    expect(revised).toMatchObject({ title: 'Final', version: 2, status: 'DRAFT' });
    expect(publish(draft(), later(1))).toMatchObject({ status: 'PUBLISHED', version: 2, publishedAt: later(1) });
  });

  it('is worth the exact sum of its items', () => {
    expect(totalPoints(draft())).toBe('7.60');
  });

  it('is open when published, from its opening until just before its closing', () => {
    const bounds = { opensAt: later(10), closesAt: later(20) };
    expect(isOpen(draft(bounds), later(15))).toBe(false);
    const published = publish(draft(bounds), now);
    expect([9, 10, 19, 20].map((seconds) => isOpen(published, later(seconds)))).toEqual([false, true, true, false]);
  });

  it.each([
    ['the time limit', { closesAt: later(9_000) }, later(3600)],
    ['its closing, if that is earlier', { closesAt: later(60) }, later(60)],
    ['only its closing', { timeLimitSeconds: null, closesAt: later(60) }, later(60)],
    ['nothing', { timeLimitSeconds: null }, null],
  ])('ends an attempt by %s', (_name, change, deadline) => {
    expect(deadlineOf(draft(change), now)).toEqual(deadline);
  });
});

describe('a course', () => {
  it('has at most 200 exams', () => {
    expect(checkExamCount(199)).toBeNull();
    expect(checkExamCount(200)).toEqual({
      outcome: 'INVALID',
      field: 'courseId',
      message: 'A course has at most 200 exams; this one has 200.',
    });
  });
});

describe('the candidates of an exam', () => {
  const some = (count: number) => Array.from({ length: count });

  it('are limited across all its sections', () => {
    expect(checkCandidates(new Map([['one', some(mostCandidates)]]))).toBeNull();
    const tooMany = new Map([
      ['one', some(mostCandidates)],
      ['two', some(1)],
    ]);
    expect(checkCandidates(tooMany)).toMatchObject({
      field: 'sections',
      message: expect.stringContaining('at most 10000'),
    });
  });
});
