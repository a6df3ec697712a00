import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { answerSize } from './answer-size.ts';
import { answerTooLarge } from './answer-too-large.ts';
import { longestAnswer } from './limits.ts';

/** Returns an error instead of data that are too large to send. */
export function limitAnswers(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single') return;
          const result = body.singleResult;
          if (answerSize(result.data, longestAnswer) <= longestAnswer) return;
          result.data = null;
          result.errors = [
            { message: answerTooLarge, extensions: { code: 'ANSWER_TOO_LARGE', allowed: longestAnswer } },
          ];
        },
      };
    },
  };
}
