import { identityAccess } from './access.table.ts';
import { identitySeeds } from './statement-seeds.ts';

export const accessRules = [identityAccess];
export const statementSeeds = [identitySeeds];
