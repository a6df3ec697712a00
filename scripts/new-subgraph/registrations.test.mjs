import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNames } from './names.mjs';
import { registrationsOf } from './registrations.mjs';
import { read } from './repository.mjs';

const registrations = registrationsOf(readNames(['trial-domain', 'trial-concept']));

describe('every registration', () => {
  for (const { file, isKnown, insert, otherwise } of registrations) {
    it(`finds its place in ${file}: ${otherwise}`, () => {
      const text = read(file);
      assert.equal(isKnown(text), false);
      assert.equal(isKnown(insert(text)), true);
    });

    it(`finds no place in a strange ${file}, and says what to write: ${otherwise}`, () => {
      for (const strange of ['', '{}', 'services: []\n', 'const catalogue = await readCatalogue();\n']) {
        assert.equal(isKnown(strange), false);
        assert.equal(insert(strange), undefined);
      }
      assert.match(otherwise, /trial-domain|trialDomain|TrialConcept/);
    });
  }

  it('is one insertion: it keeps what is there', () => {
    for (const { file, insert } of registrations) {
      const before = read(file);
      const after = insert(before);
      let same = 0;
      while (same < before.length && before[same] === after[same]) same += 1;
      assert.ok(after.endsWith(before.slice(same)), `${file} is not the same any more after character ${same}`);
    }
  });
});
