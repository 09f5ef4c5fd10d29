import type { Instrument } from '#shared/instruments/instrument.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { toCheck, type Ratings } from './own-check.ts'

/** The data of the screen: the forms, past checks, and their prompts. */
export function useWellbeing() {
  return together({
    instruments: useAsk('instruments.list'),
    checks: useAsk('wellbeing.list'),
    prompts: useAsk('prompts.own'),
  })
}

/** A form's answers; the id belongs to this content. */
interface RatedForm {
  readonly instrument: Instrument
  readonly ratings: Ratings
  readonly id: string
  readonly note: string
}

/** Saves today's check. */
export function useSaveCheck() {
  return useChangeBy('wellbeing.save', (save, { instrument, ratings, id, note }: RatedForm) =>
    save(
      toCheck(instrument, ratings, {
        id,
        note,
        takenOn: todayHere().date,
        at: new Date(),
      }),
    ),
  )
}
