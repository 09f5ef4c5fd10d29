import type { ClientForms } from '#shared/contract/operations/clients.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { ClientFormRepository } from './client-form.repository.ts'

/** The forms of a client without a choice of their own, in the order they are asked. */
const usualForms: readonly string[] = [
  ownInstruments.allianceClient,
  ownInstruments.sessionExperience,
  ownInstruments.emotionsClient,
]

/** Whether a form is one of the short ones that a client is given without a choice of their own. */
export const isUsualForm = (instrumentId: string): boolean => usualForms.includes(instrumentId)

/** Decides which forms a client gets at a hand-over. */
export function createClientForms(forms: ClientFormRepository, instruments: InstrumentLibrary) {
  const available = (): Instrument[] =>
    instruments.offered().filter(({ respondent }) => respondent !== 'therapist')

  const formsOf = (clientId: string): Instrument[] => {
    const onOffer = available()
    const pick = (ids: readonly string[]) =>
      ids.flatMap((id) => onOffer.find((instrument) => instrument.id === id) ?? [])
    const chosen = pick(forms.ofClient(clientId))
    // If all chosen forms are retired, the usual ones are used, because an empty hand-over would be useless.
    return chosen.length > 0 ? chosen : pick(usualForms)
  }

  return {
    formsOf,
    /** The forms a client gets, and all that could be chosen. */
    choiceOf: (clientId: string): ClientForms => ({
      instrumentIds: formsOf(clientId).map(({ id }) => id),
      isUsual: forms.ofClient(clientId).length === 0,
      available: available(),
    }),
    /** Chooses the forms. Throws `form-not-offered`, with places, if one is not offered to clients. */
    choose: (clientId: string, instrumentIds: readonly string[]): void => {
      const onOffer = new Set(available().map(({ id }) => id))
      const places = instrumentIds.flatMap((id, index) => (onOffer.has(id) ? [] : [`instrumentIds.${index}`]))
      if (places.length > 0) throw new AppError('form-not-offered', places)
      const isUsual = instrumentIds.join() === usualForms.join()
      forms.replace(clientId, isUsual ? [] : instrumentIds)
    },
  }
}
