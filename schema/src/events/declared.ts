import { readFileSync } from 'node:fs';
import { catalogue, EventEnvelope, topics } from '@lyceum/contracts';
import { z } from 'zod';
import { generateCatalogue } from './generate.ts';

/** The catalogue of the events declared in this build. */
export function generateDeclaredCatalogue(): Map<string, string> {
  return generateCatalogue({ events: catalogue, topics, envelope: EventEnvelope, version: readVersion() });
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
