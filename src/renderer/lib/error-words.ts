import type { TFunction } from 'i18next'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import type { FailureWords } from '#shared/i18n/en/errors.ts'

/** The code of a failure; `internal` for an unexpected one. */
export function codeOf(failure: unknown): ErrorCode {
  return failure instanceof AppError ? failure.code : 'internal'
}

/** What happened; and, as one text, what is safe and what to do. */
export function wordsForFailure(t: TFunction, failure: unknown): { title: string; advice: string } {
  const { title, safe, advice }: FailureWords = t(`errors.${codeOf(failure)}`, { returnObjects: true })
  return { title, advice: `${safe} ${advice}` }
}
