/** The origin of a sign-in, for limiting guesses of passwords. */
export type Scope = 'device' | 'address-and-account' | 'account' | 'address';

/** Failures within the window after which a sign-in is refused until the oldest of them leaves the window. */
interface Limit {
  readonly scope: Scope;
  readonly failures: number;
}

export const windowMinutes = 15;

/** A device that has signed in to the account before: other people's attempts never lock its owner out. */
const knownDevice: readonly Limit[] = [{ scope: 'device', failures: 10 }];

/**
 * Any other origin. Ten guesses from one address block the account for that address only. Many addresses together block
 * it for all unknown devices. One address that tries many accounts is limited, but a whole campus behind one address
 * must be able to mistype.
 */
const anyone: readonly Limit[] = [
  { scope: 'address-and-account', failures: 10 },
  { scope: 'account', failures: 100 },
  { scope: 'address', failures: 300 },
];

/** The limits for a sign-in. */
export function limitsFor(isKnownDevice: boolean): readonly Limit[] {
  return isKnownDevice ? knownDevice : anyone;
}

/**
 * When a sign-in may be tried again; null if it may be tried now.
 * @param failures for each limit's scope, when sign-ins failed within the window, newest first
 */
export function retryAt(limits: readonly Limit[], failures: ReadonlyMap<Scope, readonly Date[]>): Date | null {
  const ends = limits.flatMap(({ scope, failures: most }) => {
    const oldestThatCounts = failures.get(scope)?.[most - 1];
    return oldestThatCounts ? [oldestThatCounts.getTime() + windowMinutes * 60_000] : [];
  });
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}
