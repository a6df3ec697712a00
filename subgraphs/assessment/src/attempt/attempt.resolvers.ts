import { AttemptId, AttemptItemId, ExamId } from '@lyceum/contracts';
import {
  badUserInput,
  type CountedConnection,
  parseId,
  type ResolversFor,
  readIdempotencyKey,
  requireViewer,
  toInvalidInput,
} from '@lyceum/subgraph';
import type { Context } from '../context.ts';
import type {
  AttemptItemResolvers,
  AttemptResolvers,
  Attempt as GeneratedAttempt,
  AttemptItem as GeneratedItem,
  ItemChoicesResolvers,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import { type Attempt, type AttemptItem, scoreOf } from './attempt.ts';
import { choicesOf } from './item-choices.ts';
import { showResponse } from './response-input.ts';

const mostResponses = 200;

export type AttemptConnection = CountedConnection<Attempt>;

const queries: Pick<QueryResolvers, 'attempt'> = {
  attempt: (_parent, { id }, { loaders }) => loaders.attempts.load(parseId(AttemptId, 'id', id)),
};

const mutations: Pick<MutationResolvers, 'startAttempt' | 'saveResponses' | 'submitAttempt' | 'reviewItem'> = {
  async startAttempt(_parent, { input }, { attemptService, viewer }) {
    const result = await attemptService.start(requireViewer(viewer), parseId(ExamId, 'input.examId', input.examId));
    switch (result.outcome) {
      case 'STARTED':
        return { __typename: 'StartAttemptSuccess', attempt: result.attempt, resumed: result.resumed };
      case 'NOT_OPEN': {
        const { opensAt, closesAt } = result.exam;
        const bounds = [opensAt && `from ${opensAt.toISOString()}`, closesAt && `until ${closesAt.toISOString()}`];
        const message = `The exam accepts attempts ${bounds.filter(Boolean).join(' ')}.`;
        return { __typename: 'ExamNotOpen', message, opensAt, closesAt };
      }
      case 'NO_ATTEMPTS_LEFT': {
        const { attemptsAllowed } = result.exam;
        const message = `The exam allows ${attemptsAllowed} ${attemptsAllowed === 1 ? 'attempt' : 'attempts'}; none are left.`;
        return { __typename: 'NoAttemptsLeft', message, attemptsAllowed };
      }
    }
  },

  async saveResponses(_parent, { input }, { attemptService, viewer }) {
    const { length } = input.responses;
    if (length < 1 || length > mostResponses) {
      throw badUserInput('input.responses', `expected 1 to ${mostResponses} responses, not ${length}`);
    }
    const saves = input.responses.map((response, index) => ({
      ...response,
      itemId: parseId(AttemptItemId, `input.responses.${index}.itemId`, response.itemId),
    }));
    if (new Set(saves.map(({ itemId }) => itemId)).size < length) {
      throw badUserInput('input.responses', 'expected each item at most once');
    }
    const attemptId = parseId(AttemptId, 'input.attemptId', input.attemptId);
    const result = await attemptService.save(requireViewer(viewer), attemptId, saves);
    if (result.outcome === 'SAVED') return { __typename: 'SaveResponsesSuccess', receipts: result.receipts };
    const message = 'The attempt is closed and accepts no more responses.';
    return { __typename: 'AttemptClosed', message, attempt: result.attempt };
  },

  async submitAttempt(_parent, { input }, { attemptService, viewer }) {
    const key = readIdempotencyKey(input);
    const attemptId = parseId(AttemptId, 'input.attemptId', input.attemptId);
    const { outcome, attempt } = await attemptService.submit(requireViewer(viewer), attemptId, key);
    switch (outcome) {
      case 'SUBMITTED':
        return { __typename: 'SubmitAttemptSuccess', attempt };
      case 'ALREADY_SUBMITTED':
        return { __typename: 'AlreadySubmitted', message: 'The attempt was already submitted.', attempt };
      case 'DEADLINE_PASSED': {
        const message = 'The deadline has passed: the responses saved before it were submitted.';
        return { __typename: 'DeadlinePassed', message, attempt };
      }
    }
  },

  async reviewItem(_parent, { input }, { attemptService, viewer }) {
    const result = await attemptService.review(requireViewer(viewer), {
      attemptId: parseId(AttemptId, 'input.attemptId', input.attemptId),
      itemId: parseId(AttemptItemId, 'input.itemId', input.itemId),
      points: input.points,
      comment: input.comment,
      expectedVersion: input.expectedVersion,
    });
    switch (result.outcome) {
      case 'REVIEWED':
        return { __typename: 'ReviewItemSuccess', attempt: result.attempt };
      case 'CONFLICT': {
        const message = `The attempt is at version ${result.current.version}, not ${input.expectedVersion}: it was graded after you read it, possibly by an earlier try of this request.`;
        return { __typename: 'ReviewConflict', message, current: result.current, yours: input.points };
      }
      case 'INVALID':
        return toInvalidInput(result);
    }
  },
};

const attemptFields: ResolversFor<AttemptResolvers, GeneratedAttempt, Attempt> = {
  __resolveReference: ({ id }, { loaders }) => loaders.attempts.load(parseId(AttemptId, 'id', id)),
  exam: ({ examId }, _args, { loaders }) => loaders.knownExams.load(examId),
  learner: ({ learnerId }) => ({ id: learnerId }),
  serverTime: (_attempt, _args, { loaders }) => loaders.now(),
  submittedAt: (attempt) => (attempt.status === 'IN_PROGRESS' ? null : attempt.submittedAt),
  closedBy: (attempt) => (attempt.status === 'IN_PROGRESS' ? null : attempt.closedBy),
  async items(attempt, _args, { loaders }) {
    return (await loaders.items.load(attempt.id)).map((item) => ({ ...item, attempt }));
  },
  async result(attempt, _args, { loaders }) {
    if (attempt.status === 'IN_PROGRESS') return null;
    const { score, maxScore, percentage, complete } = scoreOf(await loaders.items.load(attempt.id));
    return { score: score.toFixed(2), maxScore: maxScore.toFixed(2), percentage: percentage.toFixed(2), complete };
  },
};

/** An item with its attempt. */
export type ShownItem = AttemptItem & { readonly attempt: Attempt };

async function questionOf({ questionId, questionVersion }: AttemptItem, { loaders }: Context) {
  return loaders.questionVersions.load({ questionId, version: questionVersion });
}

const attemptItemResolvers: ResolversFor<AttemptItemResolvers, GeneratedItem, AttemptItem> = {
  async section(item, _args, { loaders }) {
    const exam = await loaders.knownExams.load(item.attempt.examId);
    const section = exam.sections.find(({ id }) => id === item.sectionId);
    return section ?? Promise.reject(new Error(`Section ${item.sectionId} has gone.`));
  },
  kind: async (item, _args, context) => (await questionOf(item, context)).content.kind,
  stem: async (item, _args, context) => (await questionOf(item, context)).stem,
  choices: async (item, _args, context) => choicesOf((await questionOf(item, context)).content, item.seed),
  response: ({ response, seed }) => response && showResponse(response, seed),
  async result(item, _args, context) {
    const { outcome } = item;
    if (outcome.state !== 'GRADED' && outcome.state !== 'REVIEWED') return null;
    if (outcome.state === 'REVIEWED') return { points: outcome.points, feedback: [], comment: outcome.comment };
    const { generalFeedback } = await questionOf(item, context);
    const feedback = generalFeedback ? [...outcome.feedback, generalFeedback] : outcome.feedback;
    return { points: outcome.points, feedback, comment: null };
  },
};

const itemChoicesResolvers: ItemChoicesResolvers = {
  __resolveType: ({ kind }) => (kind === 'OPTIONS' ? 'OptionChoices' : 'MatchChoices'),
};

export const attemptResolvers: Resolvers = {
  Query: queries,
  Mutation: mutations,
  Attempt: attemptFields,
  AttemptItem: attemptItemResolvers,
  ItemChoices: itemChoicesResolvers,
};
