/** Why no broker could be started here; the message is one sentence for the user. */
export class BrokerUnavailable extends Error {
  constructor(
    readonly code:
      | 'JAVA_MISSING'
      | 'MAVEN_MISSING'
      | 'JARS_UNAVAILABLE'
      | 'PORT_IN_USE'
      | 'FOLDER_IN_USE'
      | 'START_FAILED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BrokerUnavailable';
  }
}
