/**
 * `npm run new:subgraph -- media asset [--feed]`: creates the subgraph media with one concept, asset, as the minimal
 * complete path from SDL to database, and registers it wherever the repository lists subgraphs. `--feed` adds a live
 * feed. Guide: docs/adding-a-subgraph.md.
 */
import { refuseClashes } from './generator/clashes.mjs';
import { generate } from './generator/generate.mjs';
import { givenWords, readNames } from './generator/names.mjs';
import { registrationsOfConcept, registrationsOfSubgraph } from './generator/registrations.mjs';
import { nextPort } from './generator/repository.mjs';

generate(() => {
  const words = readNames(givenWords(), 'npm run new:subgraph -- media asset');
  const names = { ...words, port: nextPort(), 'events-kebab': words['domain-kebab'], timestamp: Date.now() };
  refuseClashes(names);
  return {
    names,
    templates: ['subgraph', 'concept', 'contracts'],
    registrations: [...registrationsOfSubgraph(names), ...registrationsOfConcept(names)],
  };
});
