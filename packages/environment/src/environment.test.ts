import { z } from 'zod';
import { EnvironmentError, flag, list, parseEnvironment, port } from './environment.ts';
import { readTogether } from './together.ts';

const schema = z.object({ PORT: port.default(4000), VERBOSE: flag.default(false), ORIGINS: list.optional() });

describe('parseEnvironment', () => {
  it('uses defaults for what is not set, and counts an empty string as not set', () => {
    expect(parseEnvironment(schema, { PORT: '' })).toEqual({ PORT: 4000, VERBOSE: false });
  });

  it('reads numbers, flags and lists', () => {
    expect(parseEnvironment(schema, { PORT: '0', VERBOSE: 'true', ORIGINS: 'a, b,' })).toEqual({
      PORT: 0,
      VERBOSE: true,
      ORIGINS: ['a', 'b'],
    });
  });

  it('reports every fault at once, with the value and what would be accepted', () => {
    const parse = () => parseEnvironment(schema, { PORT: '70000', VERBOSE: 'yes' });
    expect(parse).toThrow(EnvironmentError);
    expect(parse).toThrow(/PORT=70000: expected a port number.*\n.*VERBOSE=yes: expected true or false/);
  });

  it('names the variable where one item of a list is wrong', () => {
    const origins = z.object({ ORIGINS: list.pipe(z.array(z.url({ error: 'expected an address' }))) });
    expect(() => parseEnvironment(origins, { ORIGINS: 'https://a.example,b' })).toThrow(
      'ORIGINS=https://a.example,b: expected an address',
    );
  });

  it('does not repeat values that may hold a password', () => {
    const secret = z.object({ DATABASE_URL: z.url({ protocol: /^postgres$/, error: 'expected postgres://…' }) });
    const parse = () => parseEnvironment(secret, { DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(parse).toThrow('DATABASE_URL: expected postgres://…');
    expect(parse).not.toThrow('hunter2');
  });
});

describe('readTogether', () => {
  const faulty = (fault: string) => () => {
    throw new EnvironmentError([fault]);
  };

  it('answers every part', async () => {
    expect(
      await readTogether<[number, string]>(
        () => 1,
        async () => 'two',
      ),
    ).toEqual([1, 'two']);
  });

  it('reports the faults of all parts at once, each once', async () => {
    await expect(readTogether(faulty('A'), () => 1, faulty('B'), faulty('A'))).rejects.toMatchObject({
      faults: ['A', 'B'],
    });
  });
});
