/**
 * Versions of the rules of this folder. Whatever changes the result of grading or scoring, be it the last digit, is a new
 * version; an attempt is graded by the one that was current when it was started, for ever.
 *
 * - `grading/1`: the first.
 * - `grading/2`: short answers take typographic apostrophes, quotation marks, dashes and ellipses for the plain ones, and
 *   pass over characters that nobody sees.
 */
export const calculators = ['grading/1', 'grading/2'] as const;
export type Calculator = (typeof calculators)[number];

/** The version by which new attempts are graded. */
export const currentCalculator: Calculator = 'grading/2';
