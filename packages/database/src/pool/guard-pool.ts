import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { ConnectionQueue } from './connection-queue.ts';
import { currentOwner, isInTransaction, runInTransaction, strangers } from './connection-scope.ts';

/** The share of a pool that one person may hold, and the share of all anonymous requests together. */
const personsShare = 0.3;
const strangersShare = 0.6;
const waitingPerOwner = 200;
/** Less than the gateway's deadline for a subgraph, so that the answer is BUSY instead of a timeout. */
const waitMs = 4_000;

/**
 * Code inside a transaction requested another connection. If such code held every connection, all of it would wait
 * forever: use the transaction's manager.
 */
export class SecondConnection extends Error {
  override readonly name = 'SecondConnection';
  constructor() {
    super(
      "This code runs inside a transaction and requested another connection from the pool: use the transaction's manager.",
    );
  }
}

/**
 * Puts a fair queue in front of a DataSource's pool, and refuses a second connection inside a transaction, with which a
 * burst of requests could block the whole process.
 */
export function guardPool(dataSource: DataSource, poolSize: number): void {
  const queue = new ConnectionQueue({
    size: poolSize,
    shareOf: (owner) => Math.max(1, Math.floor(poolSize * (owner === strangers ? strangersShare : personsShare))),
    waitingPerOwner,
    waitMs,
  });
  guardConnections(dataSource.driver as PostgresDriver, queue);
  guardTransactions(dataSource.manager);
}

/** Every statement, transaction and query runner of TypeORM takes its connection here. */
function guardConnections(driver: PostgresDriver, queue: ConnectionQueue): void {
  const obtain = driver.obtainMasterConnection.bind(driver);
  driver.obtainMasterConnection = async () => {
    if (isInTransaction()) throw new SecondConnection();
    const owner = currentOwner();
    const giveBack = queue.acquireNow(owner) ?? (await queue.acquire(owner));
    try {
      const [connection, release] = await obtain();
      return [
        connection,
        (error?: unknown) => {
          giveBack();
          return release(error);
        },
      ];
    } catch (error) {
      giveBack();
      throw error;
    }
  };
}

/**
 * `dataSource.transaction` also uses this manager. Managers of transactions are different objects: they nest by
 * savepoints.
 */
function guardTransactions(manager: EntityManager): void {
  const begin = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  const guarded = (argument: unknown) =>
    typeof argument === 'function' ? (own: EntityManager) => runInTransaction(async () => argument(own)) : argument;
  manager.transaction = ((...args: unknown[]) => begin(...args.map(guarded))) as EntityManager['transaction'];
}
