import { newId, UserId } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import type { Identity } from '../context.ts';
import { RecentWrites } from './recent-writes.ts';

let now = 0;
let recent: RecentWrites;
beforeEach(() => {
  now = 1_000;
  recent = new RecentWrites(() => now);
});

/** A new operation of a person, or an anonymous one. */
const operationOf = (userId: UserId | null): Identity => ({
  caller: { token: undefined, request: requestScope({}) },
  viewer: userId && {
    userId,
    role: 'STUDENT',
    scopes: new Set(),
    issuedAt: new Date(),
    expiresAt: new Date(),
    external: null,
  },
});
/** The events that an operation must see. */
const afterOf = (operation: Identity) => recent.of(operation).tell(operation.caller).after ?? [];
const after = (userId: UserId | null) => afterOf(operationOf(userId));
const cause = (userId: UserId | null, event: string) => recent.of(operationOf(userId)).note(tell([event]));
const person = () => newId(UserId);
const tell = (written: readonly string[]) => ({ written });

describe('what a person has caused', () => {
  it('goes before the later fetches of the same operation', () => {
    const operation = operationOf(null);
    expect(afterOf(operation)).toEqual([]);
    recent.of(operation).note(tell(['a']));
    expect(afterOf(operation)).toEqual(['a']);
  });

  it('goes before what the person asks in the next ten seconds', () => {
    const viewer = person();
    cause(viewer, 'a');
    now += 9_999;
    expect(after(viewer)).toEqual(['a']);
    now += 1;
    expect(after(viewer)).toEqual([]);
  });

  it('includes the events of all concurrent operations', () => {
    const viewer = person();
    const [one, other] = [operationOf(viewer), operationOf(viewer)];
    for (const operation of [one, other]) expect(afterOf(operation)).toEqual([]);
    recent.of(other).note(tell(['b']));
    recent.of(one).note(tell(['a']));
    expect(after(viewer)).toEqual(['b', 'a']);
    expect(afterOf(one)).toEqual(['a']);
  });

  it('does not affect other people’s operations', () => {
    cause(person(), 'a');
    cause(null, 'b');
    expect(after(person())).toEqual([]);
    expect(after(null)).toEqual([]);
  });

  it('is bounded: the latest counts', () => {
    const viewer = person();
    for (let number = 0; number < 50; number += 1) cause(viewer, String(number));
    expect(after(viewer)).toHaveLength(20);
    expect(after(viewer).at(-1)).toBe('49');
  });

  it.each([[undefined], [{}], [{ written: 'a' }], [{ written: [] }]])(
    'is nothing where an answer tells nothing: %j',
    (extensions) => {
      const operation = operationOf(person());
      recent.of(operation).note(extensions);
      expect(afterOf(operation)).toEqual([]);
    },
  );
});
