export { type LiveSubscription, openLive } from './live.ts';
export { type GraphQLAnswer, send } from './send.ts';
