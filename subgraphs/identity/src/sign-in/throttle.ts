/** Who a sign-in comes from, as far as guessing passwords goes. */
export type Scope = 'device' | 'address-and-account' | 'account' | 'address';

/** Failures within the window after which a sign-in is refused until the oldest of them leaves the window. */
interface Limit {
  readonly scope: Scope;
  readonly failures: number;
}

export const windowMinutes = 15;

/** A device that has signed in to the account before: nothing that others do keeps its owner out. */
const knownDevice: readonly Limit[] = [{ scope: 'device', failures: 10 }];

/**
 * Anybody else. Ten guesses from one address close the account for that address alone. Many addresses together close it for
 * all devices that it does not know. One address that tries many accounts is slowed down, but a whole campus behind one
 * address must be able to mistype.
 */
const anyone: readonly Limit[] = [
  { scope: 'address-and-account', failures: 10 },
  { scope: 'account', failures: 100 },
  { scope: 'address', failures: 300 },
];

/** The limits that hold for a sign-in. */
export function limitsFor(isKnownDevice: boolean): readonly Limit[] {
  return isKnownDevice ? knownDevice : anyone;
}

/**
 * When a sign-in may be tried again; null where it may be tried now.
 * @param failures for each limit's scope, when sign-ins failed within the window, the newest first
 */
export function retryAt(limits: readonly Limit[], failures: ReadonlyMap<Scope, readonly Date[]>): Date | null {
  const ends = limits.flatMap(({ scope, failures: most }) => {
    const oldestThatCounts = failures.get(scope)?.[most - 1];
    return oldestThatCounts ? [oldestThatCounts.getTime() + windowMinutes * 60_000] : [];
  });
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}
