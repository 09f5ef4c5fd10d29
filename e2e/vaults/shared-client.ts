import { bundledClientSchema, type BundledClient } from '#shared/bundles/bundled-client.ts'

interface Shared {
  readonly pseudonym: string
  /** How many of the sessions are shared. */
  readonly last: number
  readonly question?: string
  /** Whether dates, notes, words and a noted strain are shared, too. */
  readonly withTexts?: boolean
}

const client = [8, 8.2, 7.9, 8.1, 8, 8.2, 7.9, 8.1, 8.2, 3, 3.4, 7.8, 8, 8.1]
const therapist = [8, 8, 8, 8, 7, 7, 8, 8, 8, 6, 6, 8, 8, 8]

/** A client whose alliance falls at the tenth session and recovers at the twelfth, as a therapist shares them. */
export function sharedClient({ pseudonym, last, question, withTexts = false }: Shared): BundledClient {
  const numbers = client.slice(0, last).map((_, index) => index + 1)
  const seriesOf = (rater: 'client' | 'therapist', values: readonly number[]) => ({
    id: `${rater}/attune-alliance-${rater}/alliance`,
    rater,
    instrumentId: `attune-alliance-${rater}`,
    instrumentTitle: `Working together (${rater})`,
    scaleId: 'alliance',
    title: 'Alliance',
    construct: 'alliance',
    frame: 'this-session',
    occasion: 'after',
    minimum: 0,
    maximum: 10,
    step: 0.25,
    direction: 'higher-is-better',
    scores: numbers.map((session) => ({ session, value: values[session - 1] })),
  })
  const series = [seriesOf('client', client), seriesOf('therapist', therapist)]
  const lead = series[0]?.id ?? null
  const isOver = last >= 12
  const strain = {
    seenBy: 'both',
    isWithdrawal: true,
    isConfrontation: false,
    intensity: 6,
    resolution: 'partly',
    tried: ['named-it-together'],
  }
  return bundledClientSchema.parse({
    pseudonym,
    question: question ?? null,
    lead,
    sessions: numbers.map((number) => ({
      number,
      week: number,
      date: withTexts ? `2026-02-${String(number + 10)}` : null,
      status: 'held',
      clientMissing: null,
      rupture: withTexts && number === 10 ? strain : null,
      notes: withTexts && number > 8 ? 'We spoke about the break.' : null,
      words: withTexts && number > 8 ? ['tired', 'hopeful'] : null,
    })),
    series,
    episodes:
      last < 10
        ? []
        : [
            {
              series: lead,
              peak: 9,
              trough: 10,
              end: isOver ? 12 : null,
              depth: 5,
              level: 'rupture',
              state: isOver ? 'repaired' : 'open',
            },
          ],
    outcomes: [],
  })
}
