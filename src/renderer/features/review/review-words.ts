import type { TFunction } from 'i18next'
import { kindOfRupture } from '#shared/records/rupture-note.ts'
import type { ReceivedChange } from '#shared/review/changes.ts'
import type { OpenWork } from '#shared/review/open-work.ts'

/** Numbers of sessions in order, with a dash for those in a row: "3, 11–14". */
export function sessionsInWords(numbers: readonly number[]): string {
  const rows: { first: number; last: number }[] = []
  for (const number of numbers) {
    const row = rows.at(-1)
    if (row?.last === number - 1) row.last = number
    else rows.push({ first: number, last: number })
  }
  return rows
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(', ')
}

/** One difference to what was there before, in a sentence. */
export function changeInWords(change: ReceivedChange, t: TFunction): string {
  switch (change.kind) {
    case 'new-client':
      return t('review.changes.new-client')
    case 'question':
    case 'agreements':
      return t(`review.changes.${change.kind}.${change.is}`)
    case 'episode': {
      const { before, after, peak } = change
      if (after === null) return t('review.changes.episode.gone', { peak })
      return t(`review.changes.episode.${before === null ? 'found' : 'now'}.${after}`, { peak })
    }
    case 'outcome':
      return t(`review.changes.outcome.${change.after ?? 'gone'}`, { title: change.title })
    case 'sessions':
    case 'sessions-gone':
    case 'corrected': {
      const { kind, sessions } = change
      return t(`review.changes.${kind}`, { count: sessions.length, sessions: sessionsInWords(sessions) })
    }
    case 'series':
    case 'series-gone':
      return t(`review.changes.${change.kind}`, { count: change.series.length })
  }
}

/** One thing to talk about, in a sentence or two with its numbers. */
export function workInWords(work: OpenWork, t: TFunction): string {
  switch (work.kind) {
    case 'worse':
      return t('review.work.worse', work)
    case 'fall': {
      const fell = t(`review.work.fall.${work.state}`, work)
      if (work.isNoted === null) return fell
      return `${fell} ${t(`review.work.fall.${work.isNoted ? 'noted' : 'notNoted'}`)}`
    }
    case 'unnoticed':
      return t('review.work.unnoticed', work)
    case 'agreed':
      return work.agreements
        .map(({ session, text, state }) =>
          t(`review.work.${session === null ? 'agreedEarlier' : 'agreed'}.${state}`, {
            session: session ?? 0,
            // The sentence ends in a full stop of its own.
            text: text.replace(/\.$/, ''),
          }),
        )
        .join(' ')
    case 'noted':
      return t(`review.work.noted.${kindOfRupture(work)}`, {
        number: work.number,
        standing: t(`review.work.standing.${work.resolution ?? 'notSaid'}`),
      })
    case 'unrated':
      return t('review.work.unrated', { count: work.sessions })
  }
}
