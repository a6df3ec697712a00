import { catalogue } from '@lyceum/contracts';

const types = new Set<string>(catalogue.map(({ type }) => type));

/** Whether this release's catalogue has the type; a newer producer may send others. */
export function isKnownType(type: string): boolean {
  return types.has(type);
}
