/** Stable name of the cause, for programs; the message is for people. */
export type DatabaseUnavailableCode =
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_LOGIN_REFUSED'
  | 'DATABASE_UNKNOWN'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_PERMISSION_MISSING'
  | 'DATABASE_MIGRATION_FAILED'
  | 'DATABASE_NOT_ANSWERING'
  | 'EMBEDDED_PLATFORM_UNSUPPORTED'
  | 'EMBEDDED_FOLDER_IN_USE'
  | 'EMBEDDED_FOLDER_UNWRITABLE'
  | 'EMBEDDED_FOLDER_UNREACHABLE'
  | 'EMBEDDED_FOLDER_NOT_OURS'
  | 'EMBEDDED_FOLDER_OTHER_VERSION'
  | 'EMBEDDED_PORT_IN_USE'
  | 'EMBEDDED_START_FAILED';

/** The database cannot be used. `message` is one sentence that says what to do; it never contains a password. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code: DatabaseUnavailableCode;

  constructor(code: DatabaseUnavailableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
