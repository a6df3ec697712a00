/**
 * Versions of the rules in this folder. Anything that changes the result of grading or scoring, even in the last digit,
 * needs a new version; an attempt is always graded by the version that was current at its start.
 *
 * - `grading/1`: the first.
 * - `grading/2`: short answers treat typographic apostrophes, quotation marks, dashes and ellipses as the plain ones,
 *   and ignore invisible characters.
 */
export const calculators = ['grading/1', 'grading/2'] as const;
export type Calculator = (typeof calculators)[number];

/** The version for new attempts. */
export const currentCalculator: Calculator = 'grading/2';
