import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registrationsOf } from './registrations.mjs';
import { read, root } from './repository.mjs';

/**
 * Makes the subgraph known where the repository names its subgraphs.
 * @returns the files that were edited, and a sentence for each edit that found no place
 */
export function register(names) {
  const edited = new Set();
  const byHand = [];
  for (const { file, isKnown, insert, otherwise } of registrationsOf(names)) {
    const text = read(file);
    if (isKnown(text)) continue;
    const changed = insert(text);
    if (changed === undefined || !isKnown(changed)) {
      byHand.push(`${file}: ${otherwise}`);
      continue;
    }
    writeFileSync(join(root, file), changed);
    edited.add(file);
  }
  return { edited: [...edited], byHand };
}
