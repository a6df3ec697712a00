/** `@apollo/gateway` reports to its maker when it is made, unless told otherwise; import this file before it. */
process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';
