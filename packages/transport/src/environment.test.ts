import { createLogger } from '@lyceum/telemetry';
import { createTransport, readTransportEnvironment } from './index.ts';

const log = createLogger('test', 'silent');

describe('the environment of the transport', () => {
  it('asks for no broker by default', async () => {
    const environment = readTransportEnvironment({});
    expect(environment).toEqual({ KAFKA_SSL: false, KAFKA_TOPIC_PREFIX: '' });
    const transport = await createTransport(environment, { clientId: 'test', log });
    await transport.checkHealth();
    await transport.close();
  });

  it('reads brokers, TLS and credentials', () => {
    expect(
      readTransportEnvironment({
        KAFKA_BROKERS: 'one.example:9092, [::1]:9093',
        KAFKA_SSL: 'true',
        KAFKA_CA_FILE: '/etc/kafka/ca.pem',
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
        KAFKA_USERNAME: 'lyceum',
        KAFKA_PASSWORD: 'secret',
        KAFKA_TOPIC_PREFIX: 'school-',
      }),
    ).toMatchObject({ KAFKA_BROKERS: ['one.example:9092', '[::1]:9093'], KAFKA_SSL: true });
  });

  it('reports every fault at once, and no password', () => {
    const read = () =>
      readTransportEnvironment({
        KAFKA_BROKERS: 'one.example',
        KAFKA_SSL: 'yes',
        KAFKA_SASL_MECHANISM: 'gssapi',
        KAFKA_PASSWORD: 'hunter2',
        KAFKA_TOPIC_PREFIX: 'a b',
      });
    for (const fault of [
      /KAFKA_BROKERS=one\.example: expected host:port/,
      /KAFKA_SSL=yes: expected true or false/,
      /KAFKA_SASL_MECHANISM=gssapi: expected plain, scram-sha-256 or scram-sha-512/,
      /KAFKA_USERNAME is not set: KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD must be set together/,
      /KAFKA_TOPIC_PREFIX=a b: expected/,
    ]) {
      expect(read).toThrow(fault);
    }
    expect(read).not.toThrow('hunter2');
  });

  it('refuses a password without a mechanism, and an authority without TLS', () => {
    const read = () => readTransportEnvironment({ KAFKA_PASSWORD: 'hunter2', KAFKA_CA_FILE: 'ca.pem' });
    expect(read).toThrow(/KAFKA_PASSWORD: .* must be set together/);
    expect(read).toThrow(/KAFKA_CA_FILE=ca\.pem: requires KAFKA_SSL=true/);
  });

  it('says that the authority cannot be read', async () => {
    const environment = readTransportEnvironment({
      KAFKA_BROKERS: '127.0.0.1:1',
      KAFKA_SSL: 'true',
      KAFKA_CA_FILE: '/nowhere/ca.pem',
    });
    await expect(createTransport(environment, { clientId: 'test', log })).rejects.toThrow(
      'KAFKA_CA_FILE cannot be read: /nowhere/ca.pem.',
    );
  });
});
