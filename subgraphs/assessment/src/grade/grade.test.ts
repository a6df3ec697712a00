import { AttemptId, CourseId, ExamId, GradeId, newId, UserId } from '@lyceum/contracts';
import fc from 'fast-check';
import { currentCalculator } from '../grading/calculator.ts';
import { exact } from '../grading/exact.ts';
import { scoreAttempt } from '../grading/score-attempt.ts';
import { type AttemptResult, decideGrade } from './grade.ts';

const now = new Date('2026-09-01T08:00:00Z');
const of = { id: newId(GradeId), examId: newId(ExamId), courseId: newId(CourseId), learnerId: newId(UserId) };

/** An attempt with this score out of this maximum. */
function result(points: string, outOf = '1000'): AttemptResult {
  const fraction = exact(points).div(outOf);
  const score = scoreAttempt([{ points: exact(outOf), grading: { state: 'GRADED', fraction, feedback: [] } }]);
  return { attemptId: newId(AttemptId), calculator: currentCalculator, score };
}

describe('the grade of a learner in an exam', () => {
  it('is that of the best attempt, the first if equal', () => {
    const results = [result('500'), result('700'), result('700'), result('600')];
    expect(decideGrade(undefined, results, of, now)).toMatchObject({
      attemptId: results[1]?.attemptId,
      version: 1,
      score: '700.00',
      percentage: '70.00',
    });
  });

  it('is that of the better one even if both percentages are rounded to the same value', () => {
    const results = [result('500.00'), result('500.04')];
    expect(decideGrade(undefined, results, of, now)).toMatchObject({ score: '500.04', percentage: '50.00' });
  });

  it('does not change if nothing has', () => {
    const results = [result('500')];
    const first = decideGrade(undefined, results, of, now);
    expect(first && decideGrade(first, results, of, now)).toBeUndefined();
    expect(decideGrade(undefined, [], of, now)).toBeUndefined();
  });

  it('keeps its id and increments its version', () => {
    const results = [result('500')];
    const first = decideGrade(undefined, results, of, now);
    const better = first && decideGrade(first, [...results, result('600')], { ...of, id: newId(GradeId) }, now);
    expect(better).toMatchObject({ id: of.id, version: 2, score: '600.00' });
  });

  it('is never less than any attempt, whatever the order', () => {
    const hundredths = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 1, maxLength: 8 }), (all) => {
        const results = all.map((won) => result((won / 100).toFixed(2)));
        const grade = decideGrade(undefined, results, of, now);
        expect(grade?.score).toBe((Math.max(...all) / 100).toFixed(2));
      }),
    );
  });
});
