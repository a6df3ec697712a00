import { QuestionId } from '@lyceum/contracts';
import fc from 'fast-check';
import { versionKey } from './question.ts';

const versions = fc.record({
  questionId: fc.uuid().map((id) => QuestionId.parse(id)),
  version: fc.integer({ min: 1, max: 10_000 }),
});

describe('the key of a version', () => {
  it('is the same for the same version, whatever else is known of it', () => {
    fc.assert(
      fc.property(versions, (version) => {
        expect(versionKey({ ...version, ...{ name: 'Sum' } })).toBe(versionKey(version));
      }),
    );
  });

  it('is another one for another question or version', () => {
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        const isSame = one.questionId === other.questionId && one.version === other.version;
        expect(versionKey(one) === versionKey(other)).toBe(isSame);
        expect(versionKey({ ...one, version: one.version + 1 })).not.toBe(versionKey(one));
        expect(versionKey({ ...one, version: Number(`1${one.version}`) })).not.toBe(versionKey(one));
      }),
    );
  });
});
