import type { TFunction } from 'i18next'
import { AppError, type ErrorCode } from '#shared/contract/outcome.ts'

/** The code of a failure; anything unforeseen is `internal`. */
export function codeOf(failure: unknown): ErrorCode {
  return failure instanceof AppError ? failure.code : 'internal'
}

/** What happened and what to do, in plain words. */
export function wordsForFailure(t: TFunction, failure: unknown): { title: string; advice: string } {
  const code = codeOf(failure)
  return { title: t(`errors.${code}.title`), advice: t(`errors.${code}.advice`) }
}
