import { env } from 'node:process';

/** Multiplies the number of random operations compared; default 1, set by EQUIVALENCE_TIMES. */
export const equivalenceTimes = Number(env.EQUIVALENCE_TIMES ?? 1);
