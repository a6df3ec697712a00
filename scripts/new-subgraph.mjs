/**
 * `npm run new:subgraph -- media asset`: makes the subgraph media with one concept, asset, as the thinnest complete path from
 * SDL to database, and makes it known where the repository names its subgraphs. docs/adding-a-subgraph.md tells the rest.
 */
import { refuseClashes } from './new-subgraph/clashes.mjs';
import { format } from './new-subgraph/format.mjs';
import { readNames } from './new-subgraph/names.mjs';
import { Refused } from './new-subgraph/refused.mjs';
import { register } from './new-subgraph/register.mjs';
import { nextPort } from './new-subgraph/repository.mjs';
import { writeTemplates } from './new-subgraph/write-templates.mjs';

try {
  const names = { ...readNames(process.argv.slice(2)), port: nextPort(), timestamp: Date.now() };
  refuseClashes(names);
  const made = writeTemplates(names);
  const { edited, byHand } = register(names);
  const objection = format([...made, ...edited]);
  report(names, { made, edited, byHand, objection });
  if (byHand.length > 0 || objection !== null) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function report({ 'domain-kebab': domain }, { made, edited, byHand, objection }) {
  const lines = [
    'Made',
    ...made.map((file) => `  ${file}`),
    'Edited',
    ...edited.map((file) => `  ${file}`),
    ...(byHand.length > 0 ? ['Edit by hand, as the place was not found', ...byHand.map((what) => `  ${what}`)] : []),
    ...(objection === null ? [] : ['Not formatted', objection]),
    'Next',
    '  npm install',
    ...(objection === null ? [] : ['  npm run format']),
    '  npm run codegen',
    '  npm run schema:compose',
    '  npm run schema:events',
    `  npm run --silent jest -- subgraphs/${domain}/`,
    '  npm run check',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
