import { assessmentAccess } from './access.table.ts';
import { assessmentSeeds } from './statement-seeds.ts';

export const accessRules = [assessmentAccess];
export const statementSeeds = [assessmentSeeds];
