import { dispatch } from '../../packages/outbox/dist/index.js';

/** Applies events that a transport hands over, as a subgraph does. The one place that knows how `dispatch` is called. */
export async function apply(context, consumers, envelopes) {
  for (const envelope of envelopes) await dispatch(context, consumers, envelope);
}
