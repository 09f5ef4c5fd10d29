import { leadCourse } from '#shared/overview/build-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'

/** Open matters from earlier sessions; both parts are empty if there are none. */
export interface LeftOpen {
  /** The client's unrepaired alliance falls at rupture level, by the number of their lowest session. */
  readonly falls: readonly {
    readonly number: number
    readonly score: number
    readonly usual: number
    readonly state: 'open' | 'unrepaired'
  }[]
  /** The latest noted rupture, unless it was marked as repaired. */
  readonly noted: { readonly number: number; readonly note: RuptureNote } | null
}

/** Finds open matters in the sessions before session `number`; the episodes are those of Attune rule 1. */
export function leftOpenBefore(number: number, overview: ClientOverview): LeftOpen {
  const { sessions } = overview
  const episodes = leadCourse(overview)?.episodes.client ?? []
  const falls = episodes.flatMap(({ at, values: { troughScore: score, reference: usual }, verdict }) => {
    const { level, state } = verdict
    const isOpen = level === 'rupture' && (state === 'open' || state === 'unrepaired')
    return isOpen && at.trough < number ? [{ number: at.trough, score, usual, state }] : []
  })
  const last = sessions.findLast((session) => session.ruptureNote !== null && session.number < number)
  const note = last?.ruptureNote ?? null
  // A later note says where things stand now, so an earlier one that was left open no longer counts.
  const noted = last && note && note.resolution !== 'resolved' ? { number: last.number, note } : null
  return { falls, noted }
}
