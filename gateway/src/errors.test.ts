import { createLogger, requestScope, runInRequest } from '@lyceum/telemetry';
import { GraphQLError } from 'graphql';
import { asFormatted, createErrorFormatter } from './errors.ts';

const formatError = createErrorFormatter(createLogger('test', 'silent'));
const inRequest = <Result>(work: () => Result) => runInRequest(requestScope({ requestId: 'request-1' }), work);

describe('an error that clients see', () => {
  it('keeps message, path and extensions where it has a code of ours', () => {
    const error = new GraphQLError('Not now.', { path: ['a', 0], extensions: { code: 'CONFLICT', yours: 1 } });
    expect(inRequest(() => formatError(error.toJSON(), error))).toEqual({
      message: 'Not now.',
      path: ['a', 0],
      extensions: { code: 'CONFLICT', yours: 1, requestId: 'request-1' },
    });
  });

  it('names the subgraph that it comes from, and no place in a document that the client never sent', () => {
    const extensions = { code: 'BAD_USER_INPUT', serviceName: 'course' };
    const formatted = { message: 'No.', locations: [{ line: 1, column: 2 }], extensions };
    expect(formatError(formatted)).toEqual({
      message: 'No.',
      extensions: { code: 'BAD_USER_INPUT', service: 'course' },
    });
  });

  it.each([
    ['has no code', undefined],
    ['is internal', 'INTERNAL_SERVER_ERROR'],
    ['comes from a subgraph without a code', 'DOWNSTREAM_SERVICE_ERROR'],
  ])('is masked where it %s', (_what, code) => {
    const error = new GraphQLError('select * from secrets', { path: ['a'], extensions: { code, detail: 'secret' } });
    expect(inRequest(() => formatError(error.toJSON(), error))).toEqual({
      message: 'Something went wrong on our side. Quote request id request-1.',
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
  });

  it('is masked where something else than a GraphQL error was thrown, whatever it claims', () => {
    const thrown = Object.assign(new Error('disk full at /var/lib'), { extensions: { code: 'FORBIDDEN' } });
    const { message } = formatError({ message: thrown.message, extensions: { code: 'FORBIDDEN' } }, thrown);
    expect(message).toBe('Something went wrong on our side.');
  });

  it.each(['stacktrace', 'exception', 'http'])('never has the extension %s', (name) => {
    const error = new GraphQLError('No.', { extensions: { code: 'FORBIDDEN', [name]: 'at /srv/app.js:1' } });
    expect(formatError(error.toJSON(), error).extensions).not.toHaveProperty(name);
  });

  it('is taken as data or as an instance', () => {
    expect(asFormatted({ message: 'data' })).toEqual({ message: 'data' });
    expect(asFormatted(new GraphQLError('instance'))).toEqual({ message: 'instance' });
  });
});
