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
  /** The category to draw from, including its subcategories; null for the whole bank. */
  readonly category: string | null;
  readonly drawCount: number;
  readonly pointsPerItem: string;
  readonly shuffleItems: boolean;
}

/** An author's input for a section: an existing one of the exam with its id, a new one without. */
export type ExamSectionPlan = Omit<ExamSection, 'id'> & { readonly id: ExamSectionId | null };

/** An author's input for an exam. */
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

/** Published exams are visible to all members of the course, drafts to its staff. */
export function maySeeExam({ status }: Pick<Exam, 'status'>, role: CourseRole | null): boolean {
  return hasRight(role, status === 'PUBLISHED' ? 'course.read' : 'exam.read-drafts');
}

/** Questions of an attempt, across all sections. */
export const mostItems = 500;

/** Exams of a course, including drafts: they are listed without pagination. */
export const mostExamsOfCourse = 200;

/** The error in a plan, or null. */
export function checkPlan(plan: ExamPlan): Invalid | null {
  const { title, timeLimitSeconds, opensAt, closesAt, attemptsAllowed, sections } = plan;
  const wrongTitle = checkText('title', 'A title', title.trim(), titleLength);
  if (wrongTitle) return wrongTitle;
  if (timeLimitSeconds !== null && !isWhole(timeLimitSeconds, 30, 86_400)) {
    return invalid('timeLimitSeconds', 'A time limit is 30 to 86400 seconds; omit it for none.');
  }
  if (opensAt && closesAt && closesAt <= opensAt) {
    return invalid('closesAt', 'An exam must close after it opens.');
  }
  if (!isWhole(attemptsAllowed, 1, 20)) {
    return invalid('attemptsAllowed', 'An exam allows 1 to 20 attempts.');
  }
  if (!isWhole(sections.length, 1, 50)) return invalid('sections', 'An exam has 1 to 50 sections.');
  const itemCount = sections.reduce((sum, { drawCount }) => sum + drawCount, 0);
  if (itemCount > mostItems) {
    return invalid('sections', `An exam draws at most ${mostItems} questions in total; this one draws ${itemCount}.`);
  }
  for (const [index, section] of sections.entries()) {
    const fault = checkSection(section);
    if (fault) return { ...fault, field: `sections.${index}.${fault.field}` };
  }
  return null;
}

/** Checks that the ids of sections are distinct and belong to the exam; null if they do. */
export function checkSectionIds(
  sections: readonly ExamSectionPlan[],
  existing: readonly ExamSection[],
): Invalid | null {
  const unclaimed = new Set(existing.map(({ id }) => id));
  const index = sections.findIndex(({ id }) => id !== null && !unclaimed.delete(id));
  if (index < 0) return null;
  return invalid(
    `sections.${index}.id`,
    'This is not the id of a section of the exam, or it is repeated; omit it for a new section.',
  );
}

function checkSection({ title, drawCount, pointsPerItem }: ExamSectionPlan): Invalid | null {
  const wrongTitle = checkText('title', 'A title', title.trim(), titleLength);
  if (wrongTitle) return wrongTitle;
  if (!isWhole(drawCount, 1, 200)) return invalid('drawCount', 'A section draws 1 to 200 questions.');
  const points = new Decimal(pointsPerItem);
  if (points.lte(0) || points.gt(1000) || points.decimalPlaces() > 2) {
    return invalid('pointsPerItem', 'An item must have more than 0 and at most 1000 points, with at most 2 decimals.');
  }
  return null;
}

/** Whether a course with this many exams may have another; null if so. */
export function checkExamCount(count: number): Invalid | null {
  if (count < mostExamsOfCourse) return null;
  return invalid('courseId', `A course has at most ${mostExamsOfCourse} exams; this one has ${count}.`);
}

/**
 * The reason why an exam cannot be published at a moment, or null. A published exam cannot be changed, so one that has
 * ended, or whose time limit is longer than it is open, could not be corrected.
 */
export function checkPublication({ opensAt, closesAt, timeLimitSeconds }: ExamPlan, now: Date): Invalid | null {
  if (!closesAt) return null;
  if (closesAt <= now) {
    const message = `The exam closed at ${closesAt.toISOString()}: set a later end, or none.`;
    return invalid('closesAt', message);
  }
  const opens = opensAt && opensAt > now ? opensAt : now;
  const openSeconds = Math.floor((closesAt.getTime() - opens.getTime()) / 1000);
  if (timeLimitSeconds === null || timeLimitSeconds <= openSeconds) return null;
  const message = `The time limit is ${timeLimitSeconds} seconds, but the exam is open for ${openSeconds}: set a later end, or a shorter limit.`;
  return invalid('timeLimitSeconds', message);
}

/** Candidates of all sections of an exam together: every start of an attempt reads each of them. */
export const mostCandidates = 10_000;

/** Whether an exam has so many candidates that starting an attempt would take long; null if not. */
export function checkCandidates(candidates: ReadonlyMap<string, readonly unknown[]>): Invalid | null {
  const count = [...candidates.values()].reduce((sum, some) => sum + some.length, 0);
  if (count <= mostCandidates) return null;
  const message = `The sections of an exam can draw from at most ${mostCandidates} questions in total; these have more. Choose smaller categories or banks.`;
  return invalid('sections', message);
}

export function draftExam(id: ExamId, courseId: CourseId, plan: ExamPlan, now: Date): Exam {
  const sections = identify(plan.sections);
  return { ...plan, sections, id, courseId, status: 'DRAFT', version: 1, createdAt: now, publishedAt: null };
}

/** The draft with another plan. */
export function revise(exam: Exam & { status: 'DRAFT' }, plan: ExamPlan): Exam {
  return { ...exam, ...plan, sections: identify(plan.sections), version: exam.version + 1 };
}

function identify(sections: readonly ExamSectionPlan[]): ExamSection[] {
  return sections.map((section) => ({ ...section, id: section.id ?? newId(ExamSectionId) }));
}

/** The exam, opened to learners. */
export function publish(exam: Exam & { status: 'DRAFT' }, now: Date): Exam & { status: 'PUBLISHED' } {
  return { ...exam, status: 'PUBLISHED', version: exam.version + 1, publishedAt: now };
}

/** The points of all items of an attempt. */
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

/** When an attempt that starts now must end: after the time limit or when the exam closes, whichever is earlier. */
export function deadlineOf(exam: Exam, startedAt: Date): Date | null {
  const byLimit = exam.timeLimitSeconds === null ? null : new Date(startedAt.getTime() + exam.timeLimitSeconds * 1000);
  if (byLimit && exam.closesAt) return byLimit < exam.closesAt ? byLimit : exam.closesAt;
  return byLimit ?? exam.closesAt;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
