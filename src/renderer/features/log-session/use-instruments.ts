import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { useAsk } from '#renderer/lib/ask.ts'

/** The forms of a session by their ids. */
export const formIds = {
  before: ownInstruments.feelingsBefore,
  alliance: ownInstruments.allianceTherapist,
  empathy: ownInstruments.ownEmpathy,
  after: ownInstruments.feelingsAfter,
  guess: ownInstruments.emotionsGuess,
} as const

/** The questionnaires on offer, looked up by id; one that is not there is null and its part of the form is left out. */
export function useInstruments() {
  const query = useAsk('instruments.list')
  return {
    ...query,
    find: (id: string): Instrument | null => query.data?.find((instrument) => instrument.id === id) ?? null,
  }
}

/** What a rating on this scale needs to say, in the therapist's words. */
export function useRatingTexts() {
  const { t } = useTranslation()
  return (maximum: number) => ({
    notRated: t('ui.rating.notRated'),
    clear: t('ui.rating.clear'),
    option: (value: number) => t('ui.rating.option', { value, maximum }),
  })
}
