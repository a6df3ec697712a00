export const help = `Lists and resolves events between subgraphs that could not be applied.

  npm run events -- dead-letters [--subgraph S] [--consumer C] [--json]
      Events that a consumer has not applied, and why.
  npm run events -- dead-letters EVENT_ID
      One of them, with its envelope and error.
  npm run events -- replay [--subgraph S] [--consumer C] [--event EVENT_ID]
      Applies them, in order per aggregate. Run this once the cause is fixed.
  npm run events -- discard EVENT_ID --consumer C [--subgraph S] [--yes]
      Ensures that C never applies an event, and replays the events it blocked. Without --yes it only shows the effect.
  npm run events -- rebuild CONSUMER [--subgraph S]
      Empties a projection and applies the producers' whole history to it. Readers see the old state until it is done.

It uses the databases of DATABASE_URL and DATABASE_PREFIX, else the embedded PostgreSQL of LYCEUM_DATA_DIR, whether
Lyceum is running or not. Exit codes: 0 success, 1 a failure, 2 invalid command line. See docs/operating-events.md
`;
