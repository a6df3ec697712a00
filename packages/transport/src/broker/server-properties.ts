export interface BrokerAccount {
  readonly username: string;
  readonly password: string;
}

/** A single node that is broker and controller, reachable only from this machine. */
export function serverProperties(options: {
  dataDir: string;
  port: number;
  controllerPort: number;
  /** An additional listener that requires authentication by PLAIN or SCRAM. */
  sasl: { port: number; account: BrokerAccount } | null;
}): string {
  const { dataDir, port, controllerPort, sasl } = options;
  const clients = [`PLAINTEXT://127.0.0.1:${port}`, ...(sasl ? [`SASL://127.0.0.1:${sasl.port}`] : [])];
  const properties: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: [...clients, `CONTROLLER://127.0.0.1:${controllerPort}`].join(','),
    'advertised.listeners': clients.join(','),
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
    'log.dirs': `${dataDir}/log`,
    ...(sasl && {
      'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
      'listener.name.sasl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${sasl.account.username}="${sasl.account.password}";`,
      'listener.name.sasl.scram-sha-256.sasl.jaas.config': scram,
      'listener.name.sasl.scram-sha-512.sasl.jaas.config': scram,
    }),
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
