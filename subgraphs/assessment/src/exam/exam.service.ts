import type { Viewer } from '@lyceum/auth';
import { type CourseId, ExamId, ExamPublished, type Invalid, invalid, newId } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import type { Outbox } from '@lyceum/outbox';
import { requireRight } from '@lyceum/roster';
import { type Conflict, conflictOf } from '@lyceum/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { type Candidate, drawItems, NotEnoughQuestions } from '../draw/draw-items.ts';
import { questions } from '../question/question.repository.ts';
import type { QuestionBankService } from '../question-bank/question-bank.service.ts';
import { exams } from './exam.repository.ts';
import {
  checkCandidates,
  checkExamCount,
  checkPlan,
  checkPublication,
  checkSectionIds,
  draftExam,
  type Exam,
  type ExamPlan,
  type ExamSection,
  type ExamSectionPlan,
  maySeeExam,
  mostCandidates,
  publish,
  revise,
} from './exam.ts';

type Refused = Conflict<Exam> | { readonly outcome: 'ALREADY_PUBLISHED'; readonly exam: Exam };

export type CreateExamOutcome = { readonly outcome: 'CREATED'; readonly exam: Exam } | Invalid;
export type UpdateExamOutcome = { readonly outcome: 'UPDATED'; readonly exam: Exam } | Refused | Invalid;
export type PublishExamOutcome =
  | { readonly outcome: 'PUBLISHED'; readonly exam: Exam }
  | {
      readonly outcome: 'NOT_ENOUGH_QUESTIONS';
      readonly section: ExamSection;
      readonly wanted: number;
      readonly available: number;
    }
  | Invalid
  | Refused;

export class ExamService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly banks: QuestionBankService,
  ) {}

  async create(viewer: Viewer, courseId: CourseId, plan: ExamPlan): Promise<CreateExamOutcome> {
    const { manager } = this.dataSource;
    await requireRight(manager, viewer, 'exam.edit', { courseId }, { what: 'course', id: courseId });
    const fault =
      checkPlan(plan) ??
      checkSectionIds(plan.sections, []) ??
      checkExamCount(await exams.count(manager, { courseId })) ??
      (await this.checkBanks(manager, viewer, plan.sections));
    if (fault) return fault;
    const exam = draftExam(newId(ExamId), courseId, plan, await databaseNow(manager));
    await exams.insert(manager, exam);
    return { outcome: 'CREATED', exam };
  }

  async update(
    viewer: Viewer,
    examId: ExamId,
    expectedVersion: number,
    changes: Partial<ExamPlan>,
  ): Promise<UpdateExamOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const exam = await this.lockToEdit(manager, viewer, examId);
      if (exam.status !== 'DRAFT') return { outcome: 'ALREADY_PUBLISHED', exam };
      const conflict = conflictOf(exam, expectedVersion);
      if (conflict) return conflict;
      const plan: ExamPlan = { ...exam, ...changes };
      const fault =
        checkPlan(plan) ??
        checkSectionIds(plan.sections, exam.sections) ??
        (await this.checkBanks(manager, viewer, changes.sections ?? []));
      if (fault) return fault;
      const revised = revise(exam, plan);
      await exams.save(manager, revised);
      return { outcome: 'UPDATED', exam: revised };
    });
  }

  /** Opens the exam and fixes its candidates: all attempts draw from the questions that its sections can draw now. */
  async publish(viewer: Viewer, examId: ExamId, expectedVersion: number): Promise<PublishExamOutcome> {
    return this.outbox.transaction(async ({ manager, append }) => {
      const exam = await this.lockToEdit(manager, viewer, examId);
      if (exam.status !== 'DRAFT') return { outcome: 'ALREADY_PUBLISHED', exam };
      const conflict = conflictOf(exam, expectedVersion);
      if (conflict) return conflict;

      const candidates = new Map<string, Candidate[]>();
      for (const { id, bankId, category } of exam.sections) {
        candidates.set(id, await questions.findKeys(manager, bankId, category, mostCandidates + 1));
      }
      const now = await databaseNow(manager);
      const over = checkPublication(exam, now);
      if (over) return over;
      const tooMany = checkCandidates(candidates);
      if (tooMany) return tooMany;
      const shortage = findShortage(exam, candidates);
      if (shortage) return { outcome: 'NOT_ENOUGH_QUESTIONS', ...shortage };

      const published = publish(exam, now);
      await exams.save(manager, published);
      await exams.addCandidates(manager, examId, candidates);
      const { courseId, title, publishedAt, version } = published;
      append(ExamPublished, { examId, courseId, title, publishedAt: publishedAt.toISOString() }, version);
      return { outcome: 'PUBLISHED', exam: published };
    });
  }

  private async lockToEdit(manager: EntityManager, viewer: Viewer, examId: ExamId): Promise<Exam> {
    const exam = await exams.lock(manager, examId);
    return requireRight(manager, viewer, 'exam.edit', exam, { what: 'exam', id: examId, maySee: maySeeExam });
  }

  private async checkBanks(
    manager: EntityManager,
    viewer: Viewer,
    sections: readonly ExamSectionPlan[],
  ): Promise<Invalid | null> {
    const bankIds = [...new Set(sections.map(({ bankId }) => bankId))];
    const known = new Set((await this.banks.findMany(manager, viewer, bankIds)).map(({ id }) => id));
    const index = sections.findIndex(({ bankId }) => !known.has(bankId));
    if (index < 0) return null;
    return invalid(`sections.${index}.bankId`, `You have no question bank ${sections[index]?.bankId}.`);
  }
}

function findShortage(exam: Exam, candidates: ReadonlyMap<string, readonly Candidate[]>) {
  try {
    drawItems(exam.sections, candidates, exam.id);
    return null;
  } catch (error) {
    if (!(error instanceof NotEnoughQuestions)) throw error;
    const section = exam.sections.find(({ id }) => id === error.sectionId);
    if (!section) throw error;
    return { section, wanted: error.wanted, available: error.available };
  }
}
