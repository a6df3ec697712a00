export { startGateway } from './gateway.ts';
export { costLimitsVariable } from './limits/cost-limits-variable.ts';
export { type CostBearer, type CostLimits, defaultCostLimits, defaultLimits, type Limits } from './limits/limits.ts';
export type { GatewayOptions, RunningGateway } from './options.ts';
export { closeCodes } from './subscriptions/close-codes.ts';
export { SupergraphError } from './supergraph/generation.ts';
