import { OperatorError } from '@lyceum/environment';

/** Turns the reason why no broker can be used into a sentence for the operator. */
export function explainConnectFailure(error: unknown, brokers: readonly string[]): OperatorError {
  const chain = [...causes(error)];
  const where = brokers.join(', ');
  const says = (pattern: RegExp) => chain.some((cause) => pattern.test(describe(cause)));
  const fail = (code: string, message: string) => new OperatorError(code, message, { cause: error });
  if (says(/KafkaJSSASLAuthenticationError|SASL \S+ authentication failed/)) {
    return fail(
      'KAFKA_WRONG_CREDENTIALS',
      `Kafka at ${where} refuses the credentials: correct KAFKA_USERNAME, KAFKA_PASSWORD or KAFKA_SASL_MECHANISM.`,
    );
  }
  if (says(/CERT|certificate|SSL routines|EPROTO|wrong version number/)) {
    const reason = chain.map(({ message }) => message).find((message) => /certificate|SSL|EPROTO/i.test(message));
    return fail('KAFKA_TLS', `TLS with Kafka at ${where} failed (${reason}): correct KAFKA_SSL or KAFKA_CA_FILE.`);
  }
  if (says(/ENOTFOUND|EAI_AGAIN/)) {
    return fail('KAFKA_UNKNOWN_HOST', `The host name of Kafka at ${where} cannot be resolved: correct KAFKA_BROKERS.`);
  }
  return fail(
    'KAFKA_UNREACHABLE',
    `No Kafka broker answers at ${where}: start it (npm run kafka) or correct KAFKA_BROKERS, KAFKA_SSL and KAFKA_SASL_MECHANISM.`,
  );
}

function describe(error: Error): string {
  return `${error.name} ${'code' in error ? error.code : ''} ${error.message}`;
}

function* causes(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}
