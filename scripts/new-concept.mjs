/**
 * `npm run new:concept -- media folder [--feed]`: adds the concept folder to the subgraph media, as the minimal
 * complete path from SDL to database. `--feed` adds a live feed. Guide: docs/adding-a-subgraph.md.
 */
import { refuseClashesOfConcept, requireSubgraph } from './generator/clashes.mjs';
import { generate } from './generator/generate.mjs';
import { givenWords, readNames } from './generator/names.mjs';
import { registrationsOfConcept } from './generator/registrations.mjs';

generate(() => {
  const words = readNames(givenWords(), 'npm run new:concept -- media folder');
  const events = `${words['domain-kebab']}-${words['concept-kebab']}`;
  const names = { ...words, 'events-kebab': events, timestamp: Date.now() };
  requireSubgraph(names);
  refuseClashesOfConcept(names);
  return { names, templates: ['concept', 'contracts'], registrations: registrationsOfConcept(names) };
});
