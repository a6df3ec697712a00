import { longestAnswer } from './limits.ts';

export const answerTooLarge = `The answer is larger than ${longestAnswer} bytes. Ask for smaller pages, for fewer long texts, or in several operations.`;
