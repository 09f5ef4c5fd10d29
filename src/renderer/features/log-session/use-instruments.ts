import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { SessionId } from '#shared/records/ids.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { useAsk, type Asked } from '#renderer/lib/ask.ts'
import { responseTo } from './edit-log.ts'

/** The ids of a session's forms, by their place in the log. */
export const formIds = {
  before: ownInstruments.feelingsBefore,
  alliance: ownInstruments.allianceTherapist,
  empathy: ownInstruments.ownEmpathy,
  after: ownInstruments.feelingsAfter,
  guess: ownInstruments.emotionsGuess,
} as const

/**
 * Finds a questionnaire in one version, or in the newest that is there. An unknown one gives null, and the form leaves
 * that part out.
 */
export type FindInstrument = (id: string, version?: number) => Instrument | null

/** The questionnaires on offer, and the versions in which a session was answered. */
export function useInstruments(sessionId: SessionId): Asked<Instrument[]> & { find: FindInstrument } {
  const query = useAsk('instruments.ofSession', { sessionId })
  return { ...query, find: findIn(query.data ?? []) }
}

/** Finds questionnaires in a list. */
export function findIn(instruments: readonly Instrument[]): FindInstrument {
  return (id, version) => {
    const versions = instruments.filter((instrument) => instrument.id === id)
    if (version !== undefined) return versions.find((instrument) => instrument.version === version) ?? null
    return versions.toSorted((a, b) => b.version - a.version)[0] ?? null
  }
}

/** The therapist's form as it was begun in this session, or else the newest version. */
export function formOf(log: SessionLog, id: string, find: FindInstrument): Instrument | null {
  return find(id, responseTo(log, id)?.instrumentVersion)
}

/** The therapist's words for the parts of a rating on this scale. */
export function useRatingTexts() {
  const { t } = useTranslation()
  return (maximum: number) => ({
    notRated: t('ui.rating.notRated'),
    clear: t('ui.rating.clear'),
    option: (value: number) => t('ui.rating.option', { value, maximum }),
  })
}
