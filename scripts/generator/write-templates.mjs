import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, root, templateFiles, versionOf } from './repository.mjs';

/** The target folders of each kind of template. */
const targets = {
  subgraph: ({ 'domain-kebab': domain }) => `subgraphs/${domain}/`,
  concept: ({ 'domain-kebab': domain }) => `subgraphs/${domain}/`,
  contracts: () => 'packages/contracts/src/',
};

/**
 * Writes templates of some kinds to their target folders. A template that is empty without a feed produces no file if
 * none is wanted.
 * @param names by placeholder
 * @returns the files, by their paths in the repository
 * @throws {Error} if a file exists, or a template uses an unknown placeholder
 */
export function writeTemplates(kinds, names) {
  return kinds.flatMap((kind) =>
    templateFiles(kind).flatMap((template) => {
      const path = template.slice(`scripts/templates/${kind}/`.length, -'.template'.length);
      const file = targets[kind](names) + nameFile(path, names);
      const text = fill(read(template), names);
      if (text.trim() === '') return [];
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text, { flag: 'wx' });
      return [file];
    }),
  );
}

/**
 * Fills in a template; `{{if feed}} … {{end}}` is kept if there is a feed. A line with only a mark is removed with it.
 */
export function fill(template, names) {
  return template
    .replaceAll(/^\{\{(if feed|end)\}\}\n/gm, '{{$1}}')
    .replaceAll(/\{\{if feed\}\}(.*?)\{\{end\}\}/gs, names.feed ? '$1' : '')
    .replaceAll(/\{\{([^}]+)\}\}/g, (_placeholder, name) => valueAt(name, names));
}

function nameFile(template, names) {
  const words = {
    concept: names['concept-kebab'],
    concepts: names['concepts-kebab'],
    events: names['events-kebab'],
    timestamp: names.timestamp,
  };
  return template.replaceAll(/\b(concepts?|events|timestamp)\b/g, (word) => words[word]);
}

function valueAt(placeholder, names) {
  const dependency = /^version of (.+)$/.exec(placeholder)?.[1];
  const value = dependency ? versionOf(dependency) : names[placeholder];
  if (value === undefined) throw new Error(`A template uses the unknown placeholder {{${placeholder}}}.`);
  return value;
}
