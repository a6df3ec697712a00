import { QuestionId } from '@lyceum/contracts';
import { type CountedConnection, parseId, type ResolversFor } from '@lyceum/subgraph';
import type {
  Question as GeneratedQuestion,
  QuestionContentResolvers,
  QuestionResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import type { EssayContent, Question, QuestionContent } from './question.ts';

export type QuestionConnection = CountedConnection<Question>;

/** Content for the graph: an essay has none. */
export type ShownContent = Exclude<QuestionContent, EssayContent>;

const contentTypes = {
  SINGLE_CHOICE: 'SingleChoiceContent',
  MULTIPLE_CHOICE: 'MultipleChoiceContent',
  TRUE_FALSE: 'TrueFalseContent',
  SHORT_ANSWER: 'ShortAnswerContent',
  NUMERICAL: 'NumericalContent',
  MATCHING: 'MatchingContent',
} as const satisfies Record<ShownContent['kind'], string>;

const questionFields: ResolversFor<QuestionResolvers, GeneratedQuestion, Question> = {
  __resolveReference: ({ id }, { loaders }) => loaders.questions.load(parseId(QuestionId, 'id', id)),
  kind: (question) => question.content.kind,
  content: ({ content }) => (content.kind === 'ESSAY' ? null : content),
};

const contentFields: QuestionContentResolvers = {
  __resolveType: (content) => contentTypes[content.kind],
};

export const questionResolvers: Resolvers = { Question: questionFields, QuestionContent: contentFields };
