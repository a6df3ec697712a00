export * from './assessment.ts';
export { catalogue, isKnownType, type TopicSettings, topics } from './catalogue.ts';
export * from './course.ts';
export type { EventDefinition, EventType, PayloadOf } from './event.ts';
export { defineEvent, EventEnvelope, topicOf } from './event.ts';
export * from './identity.ts';
export * from './ids.ts';
export { checkText, type Invalid, invalid } from './invalid.ts';
export { faultInText, isBlank, lengthOf, type TextBounds } from './text.ts';
