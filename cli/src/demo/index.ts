export * from '../generated/operations.ts';
export * from './import-questions.ts';
export * from './person.ts';
export * from './right-answers.ts';
export * from './steps.ts';
export * from './story.ts';
