import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { ConnectionQueue } from './connection-queue.ts';
import { currentOwner, isInTransaction, runInTransaction, strangers } from './connection-scope.ts';

/** The share of a pool that one person may hold, and that all who are not signed in may hold together. */
const personsShare = 0.3;
const strangersShare = 0.6;
const waitingPerOwner = 200;
/** Less than the gateway gives a subgraph to answer: who waits in vain is told so. */
const waitMs = 4_000;

/**
 * Code that runs inside a transaction asked for a connection of its own. Where every connection is held by such code,
 * all of them wait for each other: pass the transaction's manager on.
 */
export class SecondConnection extends Error {
  override readonly name = 'SecondConnection';
  constructor() {
    super(
      "This code runs inside a transaction and asked the pool for another connection: use the transaction's own manager.",
    );
  }
}

/**
 * Puts a fair queue in front of a DataSource's pool, and refuses a second connection to whoever is inside a
 * transaction: with those, a burst of requests could stop the whole process.
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

/** `dataSource.transaction` goes through its manager too. Managers of transactions are others: they nest by savepoints. */
function guardTransactions(manager: EntityManager): void {
  const begin = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  const guarded = (argument: unknown) =>
    typeof argument === 'function' ? (own: EntityManager) => runInTransaction(async () => argument(own)) : argument;
  manager.transaction = ((...args: unknown[]) => begin(...args.map(guarded))) as EntityManager['transaction'];
}
