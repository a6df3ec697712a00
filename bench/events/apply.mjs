import { dispatch } from '../../packages/outbox/dist/index.js';

/** Applies events that a transport hands over, as a subgraph does. The one place that knows how `dispatch` is called. */
export const apply = dispatch;
