import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, root, templateFiles, versionOf } from './repository.mjs';

/** Where the files of each kind of template go. */
const targets = {
  subgraph: ({ 'domain-kebab': domain }) => `subgraphs/${domain}/`,
  concept: ({ 'domain-kebab': domain }) => `subgraphs/${domain}/`,
  contracts: () => 'packages/contracts/src/',
};

/**
 * Writes the templates of some kinds where they belong. A template that has no text left, as it is all of a feed that is not
 * wanted, makes no file.
 * @param names by placeholder
 * @returns the files, by their paths in the repository
 * @throws {Error} where a file exists, or a template asks for a name that there is not
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

/** A template with its names; `{{if feed}} … {{end}}` stays where there is a feed. A line that holds a mark alone goes with it. */
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
  if (value === undefined) throw new Error(`A template asks for {{${placeholder}}}, which is not known.`);
  return value;
}
