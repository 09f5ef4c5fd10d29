import { AppError } from '#shared/contract/result.ts'
import { explainStorageFailure } from './sqlite-failure.ts'
import { isMissing } from './is-missing.ts'

/** Turns a failure in one of the user's own folders into an error about that folder instead of the vault. */
export function explainForeignPlace(raw: unknown): unknown {
  const cause = explainStorageFailure(raw)
  if (isMissing(cause)) return new AppError('place-missing', [], { cause })
  const isRefused = cause instanceof AppError && cause.code === 'vault-read-only'
  return isRefused ? new AppError('place-read-only', [], { cause }) : cause
}
