export { createInProcessTransport, type Faults } from './in-process.ts';
export { type EventSubscription, type EventTransport, TransportClosed } from './transport.ts';
