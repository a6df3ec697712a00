import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from './repository.mjs';

/**
 * Registers generated code wherever the repository lists it.
 * @returns the edited files, and a sentence for each edit that found no place
 */
export function register(registrations) {
  const edited = new Set();
  const byHand = [];
  for (const { file, isKnown, insert, otherwise } of registrations) {
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
