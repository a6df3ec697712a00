import { flag, list, parseEnvironment } from '@lyceum/environment';
import { z } from 'zod';

const broker = /^([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/;

const schema = z
  .object({
    KAFKA_BROKERS: list
      .refine((brokers) => brokers.length > 0 && brokers.every((address) => broker.test(address)), {
        error: 'expected host:port, comma-separated',
      })
      .optional(),
    KAFKA_SSL: flag.default(false),
    KAFKA_CA_FILE: z.string().optional(),
    KAFKA_SASL_MECHANISM: z
      .enum(['plain', 'scram-sha-256', 'scram-sha-512'], { error: 'expected plain, scram-sha-256 or scram-sha-512' })
      .optional(),
    KAFKA_USERNAME: z.string().optional(),
    KAFKA_PASSWORD: z.string().optional(),
    KAFKA_TOPIC_PREFIX: z
      .string()
      .regex(/^[\w.-]{1,64}$/, { error: 'expected at most 64 letters, digits, dots, dashes and _' })
      .default(''),
  })
  .refine(({ KAFKA_SSL, KAFKA_CA_FILE }) => KAFKA_SSL === true || KAFKA_CA_FILE === undefined, {
    path: ['KAFKA_CA_FILE'],
    error: 'requires KAFKA_SSL=true',
    when: () => true,
  })
  .refine(
    ({ KAFKA_SASL_MECHANISM, KAFKA_USERNAME }) =>
      (KAFKA_SASL_MECHANISM === undefined) === (KAFKA_USERNAME === undefined),
    {
      path: ['KAFKA_USERNAME'],
      error: 'KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD must be set together',
      when: () => true,
    },
  )
  .refine(
    ({ KAFKA_SASL_MECHANISM, KAFKA_PASSWORD }) =>
      (KAFKA_SASL_MECHANISM === undefined) === (KAFKA_PASSWORD === undefined),
    {
      path: ['KAFKA_PASSWORD'],
      error: 'KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD must be set together',
      when: () => true,
    },
  );

export type TransportEnvironment = z.output<typeof schema>;

/**
 * The settings of the transport; `.env.example` describes each variable.
 * @throws {EnvironmentError} with all faults
 */
export function readTransportEnvironment(source?: Readonly<Record<string, string | undefined>>): TransportEnvironment {
  return parseEnvironment(schema, source);
}
