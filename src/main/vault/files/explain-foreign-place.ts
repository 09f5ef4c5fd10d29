import { AppError } from '#shared/contract/result.ts'
import { explainStorageFailure } from './sqlite-failure.ts'
import { isMissing } from './is-missing.ts'

/** What a failure in one of the user's own folders means: there, it is not the vault that is gone or can't be written. */
export function explainForeignPlace(raw: unknown): unknown {
  const cause = explainStorageFailure(raw)
  if (isMissing(cause)) return new AppError('place-missing', [], { cause })
  const isRefused = cause instanceof AppError && cause.code === 'vault-read-only'
  return isRefused ? new AppError('place-read-only', [], { cause }) : cause
}
