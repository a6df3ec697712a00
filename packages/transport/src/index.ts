export { BrokerUnavailable } from './broker/broker-unavailable.ts';
export { type KafkaBroker, type KafkaBrokerOptions, startKafkaBroker } from './broker/start-kafka-broker.ts';
export { createTransport } from './create-transport.ts';
export { readTransportEnvironment, type TransportEnvironment } from './environment.ts';
export { createInProcessTransport, type Faults } from './in-process.ts';
export { createKafkaTransport } from './kafka/kafka-transport.ts';
export type { KafkaTiming, KafkaTransportOptions, MalformedRecord } from './kafka/settings.ts';
export { observeTransport, type TransportObserver } from './observer.ts';
export { type EventSubscription, type EventTransport, TransportClosed } from './transport.ts';
