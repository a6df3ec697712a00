import { longestAnswer } from './limits.ts';

export const answerTooLarge = `The answer is larger than ${longestAnswer} bytes. Request smaller pages or fewer long texts, or split the operation.`;
