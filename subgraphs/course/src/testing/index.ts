import { courseAccess } from './access.table.ts';
import { courseSeeds } from './statement-seeds.ts';

export const accessRules = [courseAccess];
export const statementSeeds = [courseSeeds];
