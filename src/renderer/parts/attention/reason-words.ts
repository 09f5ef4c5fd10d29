import type { TFunction } from 'i18next'
import type { AttentionReason, ClientAttention } from '#shared/attention/attention.ts'
import { kindOfRupture } from '#shared/records/rupture-note.ts'
import { daysBetween } from '#shared/records/days.ts'
import { timeOfDayInWords } from '#renderer/lib/dates.ts'

/** A reason in a sentence with its numbers. */
export function reasonInWords(reason: AttentionReason, t: TFunction): string {
  switch (reason.kind) {
    case 'risk':
      return t('attention.reason.risk', { count: reason.answers, number: reason.number })
    case 'worse':
      return worseInWords(reason, t)
    case 'missed-after-fall':
      return t('attention.reason.missed', { ...reason, count: reason.missed })
    case 'fall':
      return t(`attention.reason.fall.${reason.state}`, reason)
    case 'noted':
      return t(`attention.reason.noted.${kindOfRupture(reason)}`, {
        number: reason.number,
        standing: t(`attention.reason.standing.${reason.resolution ?? 'notSaid'}`),
      })
    case 'unrated':
      return t('attention.reason.unrated', { count: reason.sessions })
    case 'away':
      return t('attention.reason.away', { count: reason.days })
    case 'draft':
      return t(`attention.reason.${reason.isBegun ? 'begun' : 'draft'}`, { number: reason.number })
  }
}

function worseInWords(reason: Extract<AttentionReason, { kind: 'worse' }>, t: TFunction): string {
  const change = t('attention.reason.worse', { ...reason, points: Math.abs(reason.after - reason.before) })
  return reason.totals === 0 ? change : `${change} ${t('attention.reason.totals', { count: reason.totals })}`
}

/** How long ago a day was, in days for two weeks and then in whole weeks. */
export function agoInWords(day: string, today: string, t: TFunction): string {
  const days = daysBetween(day, today)
  if (days <= 0) return t('attention.ago.today')
  if (days === 1) return t('attention.ago.yesterday')
  return days < 14
    ? t('attention.ago.days', { count: days })
    : t('attention.ago.weeks', { count: Math.floor(days / 7) })
}

/** The next appointment in words. */
export function nextInWords({ next }: Pick<ClientAttention, 'next'>, t: TFunction): string {
  if (next === null) return t('attention.noNext')
  const date = new Date(next.date)
  return next.timeOfDay === null
    ? t('attention.next', { date })
    : t('attention.nextAt', { date, time: timeOfDayInWords(next.timeOfDay) })
}
