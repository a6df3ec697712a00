import { format } from './format.mjs';
import { Refused } from './refused.mjs';
import { register } from './register.mjs';
import { writeTemplates } from './write-templates.mjs';

/**
 * Writes templates, registers the result, formats all of it, and prints what was done and what to do next.
 * @param plan returns `{ names, templates, registrations }`, and throws {Refused} before anything is written
 */
export function generate(plan) {
  try {
    const { names, templates, registrations } = plan();
    const made = writeTemplates(templates, names);
    const { edited, byHand } = register(registrations);
    const objection = format([...made, ...edited]);
    report(names, { made, edited: edited.filter((file) => !made.includes(file)), byHand, objection });
    if (byHand.length > 0 || objection !== null) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function report({ 'domain-kebab': domain, Concept }, { made, edited, byHand, objection }) {
  const lines = [
    'Made',
    ...made.map((file) => `  ${file}`),
    'Edited',
    ...edited.map((file) => `  ${file}`),
    ...(byHand.length > 0 ? ['Edit by hand, since the place was not found', ...byHand.map((what) => `  ${what}`)] : []),
    ...(objection === null ? [] : ['Not formatted', objection]),
    'Next',
    '  npm install',
    ...(objection === null ? [] : ['  npm run format']),
    '  npm run codegen',
    '  npm run schema:compose',
    '  npm run schema:events',
    `  npm run --silent jest -- subgraphs/${domain}/`,
    '  npm run check',
    `  say in subgraphs/${domain}/README.md what ${Concept} is and which events it emits`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
