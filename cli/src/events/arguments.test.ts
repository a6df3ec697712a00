import { readCommand } from './arguments.ts';

const eventId = '0190f5fe-7c00-7a00-8000-000000000001';

describe('the command line', () => {
  it.each<[string, ReturnType<typeof readCommand>]>([
    ['', { name: 'help' }],
    ['help', { name: 'help' }],
    ['replay --help', { name: 'help' }],
    ['dead-letters', { name: 'dead-letters', selection: {}, json: false }],
    [
      'dead-letters --subgraph assessment --consumer=roster --json',
      { name: 'dead-letters', selection: { subgraph: 'assessment', consumer: 'roster' }, json: true },
    ],
    [`dead-letters ${eventId.toUpperCase()}`, { name: 'dead-letters', selection: { eventId }, json: false }],
    [`replay --event ${eventId}`, { name: 'replay', selection: { eventId } }],
    [`discard ${eventId} --consumer roster`, { name: 'discard', eventId, consumer: 'roster', confirmed: false }],
    [`discard --yes --consumer roster ${eventId}`, { name: 'discard', eventId, consumer: 'roster', confirmed: true }],
    ['rebuild roster --subgraph assessment', { name: 'rebuild', consumer: 'roster', subgraph: 'assessment' }],
  ])('%p is understood', (line, command) => {
    expect(readCommand(line.split(' ').filter(Boolean))).toEqual(command);
  });

  it.each([
    ['reply', 'There is no command "reply"; there are dead-letters, replay, discard and rebuild.'],
    ['replay --evnt 7', "replay: Unknown option '--evnt'."],
    ['replay --event', "replay: Option '--event <value>' argument missing."],
    ['dead-letters --json=yes', "dead-letters: Option '--json' does not take an argument."],
    ['replay roster', 'replay does not accept the argument "roster".'],
    ['dead-letters 7', '"7" is not an event id, as listed by dead-letters.'],
    ['discard --consumer roster', 'discard requires the id of an event: discard EVENT_ID --consumer NAME.'],
    [`discard ${eventId}`, 'discard requires a consumer: --consumer NAME.'],
    ['rebuild', 'rebuild requires the name of a projection: rebuild roster.'],
  ])('%p is refused in one sentence', (line, sentence) => {
    expect(() => readCommand(line.split(' '))).toThrow(
      expect.objectContaining({ name: 'UsageError', message: sentence }),
    );
  });
});
