import { parseEnvironment } from '@lyceum/environment';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'expected the address of a collector, http://host:4318' });

const schema = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_TRACES_SAMPLER: z
    .enum(['parentbased_always_on', 'parentbased_traceidratio'], {
      error: 'expected parentbased_always_on or parentbased_traceidratio',
    })
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: 'expected the share of traces to record, from 0 to 1' })
    .min(0, { error: 'expected the share of traces to record, from 0 to 1' })
    .max(1, { error: 'expected the share of traces to record, from 0 to 1' })
    .default(1),
});

export type TracingEnvironment = z.output<typeof schema>;

/**
 * Whether and where spans are exported; `.env.example` describes each variable.
 * @throws {EnvironmentError} with all faults
 */
export function readTracingEnvironment(source?: Readonly<Record<string, string | undefined>>): TracingEnvironment {
  return parseEnvironment(schema, source);
}
