import { join } from 'node:path';

const instructor = { email: 'emmy@demo.example', password: 'lyceum-demo-2026', name: 'Emmy Noether' };
const login = /* GraphQL */ `
  mutation ($email: EmailAddress!, $password: String!) {
    login(input: { email: $email, password: $password }) {
      ... on LoginSuccess { session { accessToken } }
      ... on Error { message }
    }
  }`;

/**
 * Starts everything in one process on an embedded PostgreSQL, signs in, and stops it again.
 * @param use receives a function that sends one operation as a signed-in person, and resolves to its data
 * @throws {Error} with the output of the process, if it does not start, returns errors, or does not exit with 0
 */
export async function withWholeGraph(commands, use) {
  let output = '';
  let foundUrl;
  const ready = new Promise((resolve) => {
    foundUrl = resolve;
  });
  const lyceum = commands.start([process.execPath, 'cli/dist/lyceum.js', 'start'], {
    environment: { PORT: '0', LYCEUM_DATA_DIR: join(commands.environment.TMPDIR, 'data') },
    onOutput(text) {
      output += text;
      const url = /^ *GraphQL +(http\S+)$/m.exec(output)?.[1];
      if (url) foundUrl(url);
    },
  });
  try {
    const url = await Promise.race([
      ready,
      lyceum.exit.then((code) => Promise.reject(new Error(`It exited with ${code}.`))),
    ]);
    const { session } = (await send(url, login, instructor)).login;
    await use((document, variables) => send(url, document, variables, session.accessToken));
  } catch (error) {
    throw new Error(`${error.message}\nThe process printed:\n${output}`);
  } finally {
    lyceum.child.kill('SIGTERM');
    await lyceum.exit;
  }
  const code = await lyceum.exit;
  if (code !== 0) throw new Error(`Lyceum exited with ${code}:\n${output}`);
}

/** Creates an object in a generated domain, and reads its owner's name, which belongs to identity. */
export async function createThroughGateway(send, { Concept, concept }) {
  const { outcome } = await send(`mutation {
    outcome: create${Concept}(input: { title: "First" }) {
      __typename
      ... on Create${Concept}Success { ${concept} { title owner { name } } }
    }
  }`);
  const expected = { title: 'First', owner: { name: instructor.name } };
  if (JSON.stringify(outcome[concept]) !== JSON.stringify(expected)) {
    throw new Error(`create${Concept} answered ${JSON.stringify(outcome)}.`);
  }
}

async function send(url, query, variables, token) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors || !data) throw new Error(`The gateway answered ${response.status}: ${JSON.stringify(errors)}`);
  return data;
}
