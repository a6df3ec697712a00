import type { Logger } from '@lyceum/telemetry';
import type { Admin } from 'kafkajs';
import { type Client, openClient } from './client.ts';
import type { KafkaConnection, KafkaTiming } from './settings.ts';
import { withTimeout } from './with-timeout.ts';

/** Admin requests to the brokers, on one connection that is recreated after a failure. */
export interface Administration {
  /** @throws the brokers' error, or a timeout */
  ask<Result>(question: (admin: Admin) => Promise<Result>, withinMs?: number): Promise<Result>;
  close(): Promise<void>;
}

export function createAdministration(connection: KafkaConnection, timing: KafkaTiming, log: Logger): Administration {
  let current: { client: Client; admin: Admin; connected: Promise<void> } | undefined;

  function open() {
    const client = openClient(connection, timing, log);
    const admin = client.kafka.admin();
    return { client, admin, connected: admin.connect() };
  }

  async function discard(): Promise<void> {
    const { client, admin } = current ?? {};
    current = undefined;
    if (!client || !admin) return;
    await withTimeout(timing.requestTimeoutMs, 'late', admin.disconnect()).catch(() => undefined);
    client.destroy();
  }

  return {
    async ask(question, withinMs = timing.requestTimeoutMs * 2) {
      current ??= open();
      const { admin, connected } = current;
      try {
        const answer = connected.then(() => question(admin));
        return await withTimeout(withinMs, `Kafka did not answer within ${withinMs} ms.`, answer);
      } catch (error) {
        discard();
        throw error;
      }
    },
    close: discard,
  };
}
