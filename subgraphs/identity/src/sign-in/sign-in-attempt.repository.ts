import { type EntityManager, LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SignInAttemptEntity } from './sign-in-attempt.entity.ts';
import { type Scope, windowMinutes } from './throttle.ts';

/** The origin of a sign-in: the address of the account, the client's network, and the device if it is known. */
export interface SignInOrigin {
  readonly email: string;
  readonly network: string;
  readonly deviceHash: Buffer | null;
}

/** Maximum number of failures read for a scope: no limit is higher. */
const mostFailures = 300;

/** Which attempts count for an origin, by scope. */
const matches: Record<Scope, string> = {
  device: 'attempt.email = origin.email AND attempt.device_hash = origin.device_hash',
  'address-and-account': 'attempt.email = origin.email AND attempt.network = origin.network',
  account: 'attempt.email = origin.email AND attempt.device_hash IS NULL',
  address: 'attempt.network = origin.network AND attempt.device_hash IS NULL',
};

/** Seconds for which an attempt that never ended counts, because the server was too busy or stopped. */
const begunSeconds = 30;

/** Scopes of a single person: a successful sign-in clears their earlier failures. */
const endedBySuccess: readonly Scope[] = ['device', 'address-and-account'];

export const signInAttempts = {
  /** Serializes the counting of sign-ins for one account. */
  async lockAccount(manager: EntityManager, { email }: SignInOrigin): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sign-in ${email}`]);
  },

  /** When sign-ins failed within the window, newest first, by scope. */
  async findFailures(
    manager: EntityManager,
    { email, network, deviceHash }: SignInOrigin,
    scopes: readonly Scope[],
  ): Promise<Map<Scope, Date[]>> {
    const failures = scopes.map((scope) => {
      const counts = endedBySuccess.includes(scope)
        ? `AND attempt.at > coalesce((SELECT max(attempt.at) FROM sign_in_attempt attempt
             WHERE ${matches[scope]} AND attempt.outcome = 'SUCCEEDED'), '-infinity')`
        : '';
      return `(SELECT '${scope}' AS scope, attempt.at FROM origin, sign_in_attempt attempt
         WHERE ${matches[scope]} AND (attempt.outcome = 'FAILED'
           OR attempt.outcome = 'BEGUN' AND attempt.at > clock_timestamp() - make_interval(secs => ${begunSeconds}))
           AND attempt.at > clock_timestamp() - make_interval(mins => ${windowMinutes}) ${counts}
         ORDER BY attempt.at DESC LIMIT ${mostFailures})`;
    });
    const rows: { scope: Scope; at: Date }[] = await manager.query(
      `WITH origin AS (SELECT $1::text AS email, $2::text AS network, $3::bytea AS device_hash)
       ${failures.join(' UNION ALL ')}`,
      [email, network, deviceHash],
    );
    return new Map(scopes.map((scope) => [scope, rows.filter((row) => row.scope === scope).map(({ at }) => at)]));
  },

  /** @returns the argument for `end` */
  async begin(manager: EntityManager, origin: SignInOrigin): Promise<string> {
    const id = uuidv7();
    await manager.insert(SignInAttemptEntity, { id, ...origin, outcome: 'BEGUN' });
    return id;
  },

  async end(manager: EntityManager, id: string, outcome: 'FAILED' | 'SUCCEEDED'): Promise<void> {
    await manager.update(SignInAttemptEntity, { id }, { outcome });
  },

  /** Removes attempts that are older than every window. */
  async forgetBefore(manager: EntityManager, moment: Date): Promise<void> {
    await manager.delete(SignInAttemptEntity, { at: LessThan(moment) });
  },
};
