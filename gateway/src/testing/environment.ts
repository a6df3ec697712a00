import { env } from 'node:process';

/** How many times as many random operations are compared as usual; 1 unless EQUIVALENCE_TIMES says otherwise. */
export const equivalenceTimes = Number(env.EQUIVALENCE_TIMES ?? 1);
