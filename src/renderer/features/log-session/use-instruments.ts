import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { useAsk } from '#renderer/lib/ask.ts'

/** The ids of a session's forms, by their place in the log. */
export const formIds = {
  before: ownInstruments.feelingsBefore,
  alliance: ownInstruments.allianceTherapist,
  empathy: ownInstruments.ownEmpathy,
  after: ownInstruments.feelingsAfter,
  guess: ownInstruments.emotionsGuess,
} as const

/** The offered questionnaires by id. An unknown id gives null, and the form leaves that part out. */
export function useInstruments() {
  const query = useAsk('instruments.list')
  return {
    ...query,
    find: (id: string): Instrument | null => query.data?.find((instrument) => instrument.id === id) ?? null,
  }
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
