import { Role } from '@lyceum/contracts';
import { z } from 'zod';
import type { CostBearer, CostLimits } from './limits.ts';

const bearer = z.enum(['ANONYMOUS', ...Role.options]);

/** The variable COST_LIMITS: `STUDENT=10000,INSTRUCTOR=20000`; omitted roles keep their defaults. */
export const costLimitsVariable = z
  .string()
  .default('')
  .transform((text, context): Partial<CostLimits> => {
    const limits: Partial<Record<CostBearer, number>> = {};
    for (const item of text.split(',').map((part) => part.trim())) {
      if (item === '') continue;
      const [, name, limit] = /^(\w+)=([1-9]\d{0,8})$/.exec(item) ?? [];
      const role = bearer.safeParse(name);
      if (role.success) {
        limits[role.data] = Number(limit);
      } else {
        context.addIssue({
          code: 'custom',
          message: `"${item}" is not of the form STUDENT=10000; the roles are ${bearer.options.join(', ')}`,
        });
      }
    }
    return limits;
  });
