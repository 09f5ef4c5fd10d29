import type { TFunction } from 'i18next'
import { dayInWords } from '#renderer/lib/dates.ts'

/** When a session was: its day, or without one the week of the therapy, counted from 1. */
export type SessionDay = {
  /** Calendar day, ISO text; null if it is not known here. */
  date: string | null
  week?: number | undefined
}

/** The day of a session in words, or else its week; empty if neither is known. */
export function sessionDayInWords({ date, week }: SessionDay, t: TFunction): string {
  if (date !== null) return dayInWords(date)
  return week === undefined ? '' : t('charts.week', { week })
}
