import { createMetrics, type Logger, type Metrics } from '@lyceum/telemetry';
import { createTransport } from './create-transport.ts';
import type { TransportEnvironment } from './environment.ts';
import { observeTransport } from './observer.ts';
import type { EventTransport } from './transport.ts';

/** The transport of a process, with what the process shows and hears of it. */
export interface ConnectedTransport {
  readonly transport: EventTransport;
  readonly metrics: Metrics;
  /** Resolves when events are not handled any more, and only a new start can mend it. */
  readonly failed: Promise<Error>;
}

/**
 * Connects the transport that the environment asks for.
 * @param options.process the process, as it stands in the brokers' logs and on `/metrics`: `course`
 * @throws {OperatorError} where the brokers cannot be used
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
