import { limitsFor, retryAt, type Scope } from './throttle.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 1, 8, minute));
/** This many consecutive failures, one a minute, newest first. */
const failures = (count: number) => Array.from({ length: count }, (_, index) => at(59 - index));
const counted = (...entries: [Scope, number][]) => new Map(entries.map(([scope, count]) => [scope, failures(count)]));

describe('a sign-in from anywhere', () => {
  it.each<[string, [Scope, number][]]>([
    ['nothing failed', []],
    ['nine failed from this address', [['address-and-account', 9]]],
    ['ninety-nine failed for the account', [['account', 99]]],
    ['a device of the owner failed ten times', [['device', 10]]],
  ])('is allowed if %s', (_what, entries) => {
    expect(retryAt(limitsFor(false), counted(...entries))).toBeNull();
  });

  it.each<[string, [Scope, number][]]>([
    ['ten failed from this address', [['address-and-account', 10]]],
    ['a hundred failed for the account', [['account', 100]]],
    ['three hundred failed from this address, for any accounts', [['address', 300]]],
  ])('is refused if %s', (_what, entries) => {
    expect(retryAt(limitsFor(false), counted(...entries))).toBeInstanceOf(Date);
  });

  it('is allowed again when the oldest counted failure is a quarter of an hour old', () => {
    expect(retryAt(limitsFor(false), counted(['address-and-account', 10]))).toEqual(at(50 + 15));
    expect(retryAt(limitsFor(false), counted(['address-and-account', 12]))).toEqual(at(50 + 15));
  });
});

describe('a sign-in from a known device', () => {
  it('is allowed regardless of other people’s attempts', () => {
    const others = counted(['address-and-account', 10], ['account', 100], ['address', 300]);
    expect(retryAt(limitsFor(true), others)).toBeNull();
  });

  it('is refused after ten failures of its own', () => {
    expect(retryAt(limitsFor(true), counted(['device', 9]))).toBeNull();
    expect(retryAt(limitsFor(true), counted(['device', 10]))).toBeInstanceOf(Date);
  });
});
