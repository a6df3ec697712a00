import { createLogger } from '../../packages/telemetry/dist/index.js';

export const log = createLogger('bench', 'error');
