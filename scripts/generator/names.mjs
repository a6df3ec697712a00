import { Refused } from './refused.mjs';

/** PostgreSQL truncates identifiers to 63 bytes: leaves room for affixes of database and index names. */
const mostCharacters = 40;

/** The words of the command. Without the `--` before it, npm takes `--feed` for an option of its own and sets a variable. */
export function givenWords() {
  const words = process.argv.slice(2);
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: npm sets it for this command; no task of turbo reads it.
  return process.env.npm_config_feed && !words.includes('--feed') ? [...words, '--feed'] : words;
}

/**
 * All forms of the two names that the templates use, by placeholder.
 * @param given the arguments of the command: the domain and the concept, each in lower-case words joined by dashes, and
 * `--feed`
 * @param example shows how to use the command
 * @throws {Refused} if they are invalid
 */
export function readNames(given, example = 'npm run new:subgraph -- media asset') {
  const options = given.filter((word) => word.startsWith('--'));
  const unknown = options.find((option) => option !== '--feed');
  if (unknown) throw new Refused(`There is no option ${unknown}; --feed adds a live feed.`);
  const words = given.filter((word) => !word.startsWith('--'));
  if (words.length !== 2) throw new Refused(`Name the subgraph and the concept: ${example}`);
  const [domain, concept] = words;
  requireName('A subgraph', 'live-session', domain);
  requireName('A concept', 'question-bank', concept);
  const plural = pluralOf(concept);
  const inWords = concept.replaceAll('-', ' ');
  const withArticle = `${/^[aeiou]/.test(concept) && !/^(uni|use|eu|one)/.test(concept) ? 'an' : 'a'} ${inWords}`;
  return {
    feed: options.includes('--feed'),
    domain: camel(domain),
    'domain-kebab': domain,
    Concept: pascal(concept),
    Concepts: pascal(plural),
    concept: camel(concept),
    concepts: camel(plural),
    'concept-kebab': concept,
    'concepts-kebab': plural,
    concept_table: concept.replaceAll('-', '_'),
    'concept in words': inWords,
    'concepts in words': plural.replaceAll('-', ' '),
    'Concepts in words': capitalised(plural.replaceAll('-', ' ')),
    'a concept': withArticle,
    'A concept': capitalised(withArticle),
  };
}

function requireName(what, example, name) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
    throw new Refused(`${what} is named by lower-case words joined by dashes, such as ${example}; "${name}" is not.`);
  }
  if (name.length > mostCharacters) {
    throw new Refused(`${what} has a name of at most ${mostCharacters} characters; "${name}" has ${name.length}.`);
  }
}

function pluralOf(word) {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function pascal(kebab) {
  return kebab.split('-').map(capitalised).join('');
}

function camel(kebab) {
  return kebab.replaceAll(/-([a-z])/g, (_dash, letter) => letter.toUpperCase());
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
