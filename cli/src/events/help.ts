export const help = `What has become of events between subgraphs, and what to do about those that could not be applied.

  npm run events -- dead-letters [--subgraph S] [--consumer C] [--json]
      Events that a consumer has not applied, and why.
  npm run events -- dead-letters EVENT_ID
      One of them whole, with its envelope and error.
  npm run events -- replay [--subgraph S] [--consumer C] [--event EVENT_ID]
      Applies them, those of an aggregate in order. Do this when the cause is mended.
  npm run events -- discard EVENT_ID --consumer C [--subgraph S] [--yes]
      Decides that C shall never apply an event, and replays what it has kept back. Without --yes it says what it would do.
  npm run events -- rebuild CONSUMER [--subgraph S]
      Empties a projection and applies the producers' whole history to it. Readers see the old state until it is done.

It works on the databases of DATABASE_URL and DATABASE_PREFIX, else on the embedded PostgreSQL of LYCEUM_DATA_DIR, whether
Lyceum is running or not. Exit codes: 0 done, 1 something failed, 2 the command line is wrong. More: docs/operating-events.md
`;
