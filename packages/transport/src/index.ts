export { BrokerUnavailable } from './broker/broker-unavailable.ts';
export { type KafkaBroker, type KafkaBrokerOptions, startKafkaBroker } from './broker/start-kafka-broker.ts';
export { createInProcessTransport, type Faults } from './in-process.ts';
export { type EventSubscription, type EventTransport, TransportClosed } from './transport.ts';
