import {
  type CourseId,
  checkText,
  type ExamId,
  ExamSectionId,
  type Invalid,
  invalid,
  newId,
  type QuestionBankId,
} from '@lyceum/contracts';
import { type CourseRole, hasRight } from '@lyceum/roster/rights';
import { Decimal } from 'decimal.js';

const titleLength = { least: 1, most: 200 } as const;

export interface ExamSection {
  readonly id: ExamSectionId;
  readonly title: string;
  readonly bankId: QuestionBankId;
  /** The category to draw from, with those below it; null for the whole bank. */
  readonly category: string | null;
  readonly drawCount: number;
  readonly pointsPerItem: string;
  readonly shuffleItems: boolean;
}

/** What an author decides about a section: one that the exam has, by its id, or a new one, without. */
export type ExamSectionPlan = Omit<ExamSection, 'id'> & { readonly id: ExamSectionId | null };

/** What an author decides about an exam. */
export interface ExamPlan {
  readonly title: string;
  readonly timeLimitSeconds: number | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly attemptsAllowed: number;
  readonly sections: readonly ExamSectionPlan[];
}

interface ExamBase extends ExamPlan {
  readonly sections: readonly ExamSection[];
  readonly id: ExamId;
  readonly courseId: CourseId;
  readonly version: number;
  readonly createdAt: Date;
}

export type Exam =
  | (ExamBase & { readonly status: 'DRAFT'; readonly publishedAt: null })
  | (ExamBase & { readonly status: 'PUBLISHED'; readonly publishedAt: Date });

/** Published exams are for those who belong to the course, drafts for its staff. */
export function maySeeExam({ status }: Pick<Exam, 'status'>, role: CourseRole | null): boolean {
  return hasRight(role, status === 'PUBLISHED' ? 'course.read' : 'exam.read-drafts');
}

/** Questions of an attempt, in all sections together. */
export const mostItems = 500;

/** Exams of a course, drafts included: they are listed whole. */
export const mostExamsOfCourse = 200;

/** What is wrong with a plan; null where nothing is. */
export function checkPlan(plan: ExamPlan): Invalid | null {
  const { title, timeLimitSeconds, opensAt, closesAt, attemptsAllowed, sections } = plan;
  const wrongTitle = checkText('title', 'A title', title.trim(), titleLength);
  if (wrongTitle) return wrongTitle;
  if (timeLimitSeconds !== null && !isWhole(timeLimitSeconds, 30, 86_400)) {
    return invalid('timeLimitSeconds', 'A time limit is 30 to 86400 seconds; leave it out for none.');
  }
  if (opensAt && closesAt && closesAt <= opensAt) {
    return invalid('closesAt', 'An exam closes after it opens.');
  }
  if (!isWhole(attemptsAllowed, 1, 20)) {
    return invalid('attemptsAllowed', 'An exam allows 1 to 20 attempts.');
  }
  if (!isWhole(sections.length, 1, 50)) return invalid('sections', 'An exam has 1 to 50 sections.');
  const itemCount = sections.reduce((sum, { drawCount }) => sum + drawCount, 0);
  if (itemCount > mostItems) {
    return invalid('sections', `An exam draws at most ${mostItems} questions in all; this one draws ${itemCount}.`);
  }
  for (const [index, section] of sections.entries()) {
    const fault = checkSection(section);
    if (fault) return { ...fault, field: `sections.${index}.${fault.field}` };
  }
  return null;
}

/** Whether each section with an id is one of those the exam has, and no two are the same; null where that is so. */
export function checkSectionIds(
  sections: readonly ExamSectionPlan[],
  existing: readonly ExamSection[],
): Invalid | null {
  const unclaimed = new Set(existing.map(({ id }) => id));
  const index = sections.findIndex(({ id }) => id !== null && !unclaimed.delete(id));
  if (index < 0) return null;
  return invalid(
    `sections.${index}.id`,
    'This is the id of no section of the exam, or of one that stands before; leave it out for a new section.',
  );
}

function checkSection({ title, drawCount, pointsPerItem }: ExamSectionPlan): Invalid | null {
  const wrongTitle = checkText('title', 'A title', title.trim(), titleLength);
  if (wrongTitle) return wrongTitle;
  if (!isWhole(drawCount, 1, 200)) return invalid('drawCount', 'A section draws 1 to 200 questions.');
  const points = new Decimal(pointsPerItem);
  if (points.lte(0) || points.gt(1000) || points.decimalPlaces() > 2) {
    return invalid('pointsPerItem', 'An item is worth more than 0 and at most 1000 points, with at most 2 decimals.');
  }
  return null;
}

/** Whether a course that has so many exams may have another; null where it may. */
export function checkExamCount(count: number): Invalid | null {
  if (count < mostExamsOfCourse) return null;
  return invalid('courseId', `A course has at most ${mostExamsOfCourse} exams; this one has ${count}.`);
}

/**
 * What keeps an exam from being published at a moment; null where nothing does. A published exam does not change, so that
 * nobody could mend one that has ended, or whose time limit is longer than it is open.
 */
export function checkPublication({ opensAt, closesAt, timeLimitSeconds }: ExamPlan, now: Date): Invalid | null {
  if (!closesAt) return null;
  if (closesAt <= now) {
    const message = `The exam closed at ${closesAt.toISOString()}: give it a later end, or none.`;
    return invalid('closesAt', message);
  }
  const opens = opensAt && opensAt > now ? opensAt : now;
  const openSeconds = Math.floor((closesAt.getTime() - opens.getTime()) / 1000);
  if (timeLimitSeconds === null || timeLimitSeconds <= openSeconds) return null;
  const message = `Nobody could have ${timeLimitSeconds} seconds, as the exam is open for ${openSeconds}: give it a later end, or a shorter limit.`;
  return invalid('timeLimitSeconds', message);
}

/** Questions that the sections of an exam draw from, together: every start of an attempt looks at each of them. */
export const mostCandidates = 10_000;

/** Whether an exam draws from so many questions that starting it would take long; null where it does not. */
export function checkCandidates(candidates: ReadonlyMap<string, readonly unknown[]>): Invalid | null {
  const count = [...candidates.values()].reduce((sum, some) => sum + some.length, 0);
  if (count <= mostCandidates) return null;
  const message = `The sections of an exam draw from at most ${mostCandidates} questions together; these have more. Choose smaller categories or banks.`;
  return invalid('sections', message);
}

/** A new exam, as a draft. */
export function draftExam(id: ExamId, courseId: CourseId, plan: ExamPlan, now: Date): Exam {
  const sections = identify(plan.sections);
  return { ...plan, sections, id, courseId, status: 'DRAFT', version: 1, createdAt: now, publishedAt: null };
}

/** The draft by another plan. */
export function revise(exam: Exam & { status: 'DRAFT' }, plan: ExamPlan): Exam {
  return { ...exam, ...plan, sections: identify(plan.sections), version: exam.version + 1 };
}

function identify(sections: readonly ExamSectionPlan[]): ExamSection[] {
  return sections.map((section) => ({ ...section, id: section.id ?? newId(ExamSectionId) }));
}

/** The exam, open to learners. */
export function publish(exam: Exam & { status: 'DRAFT' }, now: Date): Exam & { status: 'PUBLISHED' } {
  return { ...exam, status: 'PUBLISHED', version: exam.version + 1, publishedAt: now };
}

/** What all items of an attempt are worth. */
export function totalPoints(exam: Exam): string {
  return exam.sections
    .reduce(
      (sum, { drawCount, pointsPerItem }) => sum.plus(new Decimal(pointsPerItem).times(drawCount)),
      new Decimal(0),
    )
    .toFixed(2);
}

/** Whether an attempt may be started at a moment. */
export function isOpen(exam: Exam, now: Date): boolean {
  return (
    exam.status === 'PUBLISHED' && (!exam.opensAt || exam.opensAt <= now) && (!exam.closesAt || now < exam.closesAt)
  );
}

/** When an attempt that starts now has to end: after the time limit or when the exam closes, whichever is first. */
export function deadlineOf(exam: Exam, startedAt: Date): Date | null {
  const byLimit = exam.timeLimitSeconds === null ? null : new Date(startedAt.getTime() + exam.timeLimitSeconds * 1000);
  if (byLimit && exam.closesAt) return byLimit < exam.closesAt ? byLimit : exam.closesAt;
  return byLimit ?? exam.closesAt;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
