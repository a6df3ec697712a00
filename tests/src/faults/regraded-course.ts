import { GradeChangedDocument } from '@lyceum/cli/demo';
import { parse } from 'graphql';
import { type ExamCourse, openExamCourse } from '../harness/exam-course.ts';
import { ask, type Clients } from './client.ts';
import type { Random } from './random.ts';

const lessonsOf = parse('query ($id: ID!) { course(id: $id) { chapters { lessons { id } } } }');
const itemsOf = parse('query ($id: ID!) { attempt(id: $id) { version items { id points } } }');
const reviewItem = parse(`mutation ($input: ReviewItemInput!) {
  reviewItem(input: $input) { __typename ... on Error { message } }
}`);

interface AttemptSeen {
  readonly attempt: { readonly version: number; readonly items: readonly { readonly id: string }[] };
}

/** A change of a grade as the follower of a feed saw it. */
export interface SeenChange {
  readonly gradeId: string;
  readonly version: number;
}

/** A course with an exam, whose instructor regrades what was handed in and follows the grades, and connects again when cut off. */
export class RegradedCourse {
  readonly seen: SeenChange[] = [];
  private cursor: string | null = null;
  private live: ReturnType<ExamCourse['instructor']['follow']> | undefined;
  private leaving = false;
  private readonly following: Promise<void>;

  private constructor(
    private readonly clients: Clients,
    private readonly examCourse: ExamCourse,
    readonly lessonIds: readonly string[],
    start: string,
  ) {
    this.cursor = start;
    this.following = this.follow();
  }

  static async open(clients: Clients): Promise<RegradedCourse> {
    const examCourse = await openExamCourse(clients.url, { title: 'Faults' });
    const { token } = examCourse.instructor;
    const { course } = await ask<{ course: { chapters: { lessons: { id: string }[] }[] } }, { id: string }>(
      clients,
      lessonsOf,
      { id: examCourse.courseId },
      { token },
    );
    const lessonIds = course.chapters.flatMap(({ lessons }) => lessons.map(({ id }) => id));
    const head = parse('query ($id: ID!) { course(id: $id) { grades(first: 1) { feedCursor } } }');
    const page = await ask<{ course: { grades: { feedCursor: string } } }, { id: string }>(
      clients,
      head,
      { id: examCourse.courseId },
      { token },
    );
    return new RegradedCourse(clients, examCourse, lessonIds, page.course.grades.feedCursor);
  }

  get courseId(): string {
    return this.examCourse.courseId;
  }

  get examId(): string {
    return this.examCourse.examId;
  }

  /** Gives points to an item of an attempt. Who was not answered looks again before trying again, as the version tells. */
  async regrade(attemptId: string, random: Random): Promise<void> {
    const { token } = this.examCourse.instructor;
    const points = `${random.integer(0, 2)}`;
    const look = () => ask<AttemptSeen, { id: string }>(this.clients, itemsOf, { id: attemptId }, { token });
    let { attempt } = await look();
    const item = random.pick(attempt.items);
    for (;;) {
      const input = { attemptId, itemId: item.id, points, expectedVersion: attempt.version };
      const answer = await ask<{ reviewItem: { __typename: string; message?: string } }, { input: typeof input }>(
        this.clients,
        reviewItem,
        { input },
        { token },
      );
      const { __typename: outcome, message } = answer.reviewItem;
      if (outcome === 'ReviewItemSuccess') break;
      if (outcome !== 'ReviewConflict') throw new Error(`${outcome}: ${message}`);
      attempt = (await look()).attempt;
    }
    this.clients.told.tell({ kind: 'review', attemptId, itemId: item.id, points });
  }

  /** Cuts the follower's connection without a word. */
  cut(): void {
    this.live?.cut();
  }

  async leave(): Promise<void> {
    this.leaving = true;
    await this.live?.close();
    await this.following;
  }

  private async follow(): Promise<void> {
    while (!this.leaving) {
      const live = this.examCourse.instructor.follow(GradeChangedDocument, {
        courseId: this.courseId,
        after: this.cursor,
      });
      this.live = live;
      const taking = (async () => {
        for (;;) {
          const { cursor, grade } = (await live.next()).gradeChanged;
          this.seen.push({ gradeId: grade.id, version: grade.version });
          this.cursor = cursor;
        }
      })();
      await Promise.race([live.ended, taking.catch(() => undefined)]);
      // What is not there now will be: every end but one's own leads to another beginning.
      if (!this.leaving) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
