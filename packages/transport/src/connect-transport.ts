import { createMetrics, type Logger, type Metrics } from '@lyceum/telemetry';
import { createTransport } from './create-transport.ts';
import type { TransportEnvironment } from './environment.ts';
import { observeTransport } from './observer.ts';
import type { EventTransport } from './transport.ts';

/** A process's transport, with its metrics and its failure. */
export interface ConnectedTransport {
  readonly transport: EventTransport;
  readonly metrics: Metrics;
  /** Resolves when events are no longer handled and only a restart helps. */
  readonly failed: Promise<Error>;
}

/**
 * Connects the transport selected by the environment.
 * @param options.process the process's name in the brokers' logs and on `/metrics`: `course`
 * @throws {OperatorError} if the brokers cannot be used
 */
export async function connectTransport(
  environment: TransportEnvironment,
  options: { process: string; log: Logger },
): Promise<ConnectedTransport> {
  const metrics = createMetrics(`${options.process} events`);
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  const transport = await createTransport(environment, {
    clientId: `lyceum-${options.process}`,
    log: options.log,
    observer: observeTransport(metrics.registry),
    onFatal: fail,
  });
  return { transport, metrics, failed };
}
