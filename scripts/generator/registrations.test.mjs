import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNames } from './names.mjs';
import { registrationsOfConcept, registrationsOfSubgraph } from './registrations.mjs';
import { read } from './repository.mjs';

const subgraph = readNames(['trial-domain', 'trial-concept']);
const concept = readNames(['assessment', 'trial-concept', '--feed']);
const registrations = [
  ...registrationsOfSubgraph(subgraph),
  ...registrationsOfConcept({ ...concept, 'events-kebab': 'assessment-trial-concept', timestamp: 1 }),
].filter(({ file, isKnown }) => !/\/(package|tsconfig)\.json$/.test(file) || !isKnown(read(file)));

describe('every registration', () => {
  for (const { file, isKnown, insert, otherwise } of registrations) {
    it(`finds its place in ${file}: ${otherwise}`, () => {
      const text = read(file);
      assert.equal(isKnown(text), false);
      assert.equal(isKnown(insert(text)), true);
    });

    it(`says what to write if it finds no place in ${file}: ${otherwise}`, () => {
      for (const strange of ['services: []\n', 'const catalogue = await readCatalogue();\n']) {
        assert.equal(isKnown(strange), false);
      }
      assert.match(otherwise, /trial-domain|trialDomain|[tT]rialConcept|trial-concept/);
    });
  }

  it('is one insertion: it keeps the existing text', () => {
    for (const { file, insert } of registrations) {
      const before = read(file);
      const after = insert(before);
      let same = 0;
      while (same < before.length && before[same] === after[same]) same += 1;
      assert.ok(after.endsWith(before.slice(same)), `${file} differs after character ${same}`);
    }
  });
});
