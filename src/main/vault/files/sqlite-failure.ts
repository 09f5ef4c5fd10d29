import { constants } from 'node:os'
import Database from 'better-sqlite3'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'

const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_NOTADB', 'vault-damaged'],
  ['SQLITE_CORRUPT', 'vault-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'vault-read-only'],
  ['SQLITE_CANTOPEN', 'vault-read-only'],
  ['SQLITE_BUSY', 'vault-in-use'],
  ['SQLITE_IOERR', 'disk-error'],
  ['SQLITE_NOMEM', 'out-of-memory'],
]

const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EROFS: 'vault-read-only',
  EACCES: 'vault-read-only',
  EPERM: 'vault-read-only',
  EIO: 'disk-error',
  EBUSY: 'vault-in-use',
}

/**
 * Turns a failure of SQLite or of the file system into the user's terms; returns other failures unchanged.
 *
 * The key is checked before the database is opened, so "not a database" means damage, never a wrong key.
 */
export function explainStorageFailure(cause: unknown): unknown {
  if (cause instanceof Database.SqliteError) {
    const found = codes.find(([prefix]) => cause.code.startsWith(prefix))
    return found ? new AppError(found[1], [], { cause }) : cause
  }
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    const code = systemCodes[cause.code] ?? (isQuotaReached(cause) ? 'disk-full' : undefined)
    return code ? new AppError(code, [], { cause }) : cause
  }
  return cause
}

/** Node has no name for an exceeded quota, only the system's number. */
function isQuotaReached(cause: Error): boolean {
  return 'errno' in cause && cause.errno === -constants.errno.EDQUOT
}

/** Runs an action that uses the disk and throws its failure in the user's terms. */
export function withStorageFailures<T>(action: () => T): T {
  try {
    return action()
  } catch (cause) {
    throw explainStorageFailure(cause)
  }
}

/** Runs an action whose failure by the disk, or by a lock meanwhile, changes nothing else; other failures are thrown. */
export function despiteStorageFailures(action: () => void): void {
  try {
    action()
  } catch (cause) {
    if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
  }
}
