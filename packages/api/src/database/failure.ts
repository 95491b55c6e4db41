/**
 * A database that cannot be used, for a reason that the person at the terminal can
 * act on. The message is one line and says what to do; a stack trace would only hide it.
 */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly code: DatabaseFailureCode;

  constructor(code: DatabaseFailureCode, message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*\n\s*/g, ' '), options);
    this.code = code;
  }
}

export type DatabaseFailureCode =
  | 'BINARIES_MISSING'
  | 'EXTENSION_MISSING'
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_OF_ANOTHER_USER'
  | 'LOCKED'
  | 'LOGIN_REFUSED'
  | 'MIGRATION_FAILED'
  | 'MIGRATIONS_DIVERGED'
  | 'NO_UNPRIVILEGED_USER'
  | 'NOT_UTF8'
  | 'PORT_TAKEN'
  | 'ROLE_MISSING'
  | 'SERVER_FAILED'
  | 'TOO_OLD'
  | 'UNREACHABLE';

/** The code of a system or PostgreSQL error, whatever was thrown. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
