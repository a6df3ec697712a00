import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, root, templateFiles, versionOf } from './repository.mjs';

/**
 * Writes every template where it belongs: scripts/templates/subgraphs/domain becomes subgraphs/media.
 * @param names by placeholder
 * @returns the files, by their paths in the repository
 * @throws {Error} where a file exists, or a template asks for a name that there is not
 */
export function writeTemplates(names) {
  return templateFiles('.template').map((template) => {
    const file = pathOf(template.slice('scripts/templates/'.length, -'.template'.length), names);
    const text = read(template).replaceAll(/\{\{([^}]+)\}\}/g, (_placeholder, name) => valueAt(name, names));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
    return file;
  });
}

function pathOf(template, names) {
  const words = {
    domain: names['domain-kebab'],
    concept: names['concept-kebab'],
    concepts: names['concepts-kebab'],
    timestamp: names.timestamp,
  };
  return template.replaceAll(/\b(domain|concepts?|timestamp)\b/g, (word) => words[word]);
}

function valueAt(placeholder, names) {
  const dependency = /^version of (.+)$/.exec(placeholder)?.[1];
  const value = dependency ? versionOf(dependency) : names[placeholder];
  if (value === undefined) throw new Error(`A template asks for {{${placeholder}}}, which is not known.`);
  return value;
}
