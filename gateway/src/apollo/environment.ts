/** `@apollo/gateway` reports to Apollo when it is constructed, unless disabled; import this file before it. */
process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';
