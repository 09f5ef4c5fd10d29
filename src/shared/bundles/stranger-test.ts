import { z } from 'zod'
import { isMissed } from '../records/session.ts'
import type { Bundle } from './bundle.ts'
import type { BundledClient } from './bundled-client.ts'
import { findTelling, tellingKinds } from './telling-words.ts'

/** Why somebody could recognise a client: by what a text says, or by what the course shows. */
export const strangerReasons = [
  ...tellingKinds,
  'free-text',
  'dates',
  'few-sessions',
  'missed-in-a-row',
  'own-form',
  'small-caseload',
] as const

/** One thing that could give a client away, to be confirmed by the therapist. */
export const strangerLineSchema = z.strictObject({
  reason: z.enum(strangerReasons),
  /** The client's pseudonym; null if it is about the whole bundle. */
  pseudonym: z.string().nullable(),
  where: z.enum(['question', 'agreements', 'notes', 'words', 'sessions', 'scale', 'bundle']),
  /** The session, if it is about one. */
  session: z.int().min(1).nullable(),
  /** The words or numbers that were found, as they are written. */
  found: z.array(z.string()),
})
type Shown = z.output<typeof strangerLineSchema>

/** A line with everything that it rests on: once that changes, the line has to be confirmed again. */
export interface StrangerLine extends Shown {
  readonly basis: string
}

/** What the test has to know and the bundle doesn't hold. */
export interface StrangerFacts {
  /** The codes of all clients. */
  readonly codes: readonly string[]
  /** How many clients the therapist sees at present. */
  readonly caseload: number
  /** Whether a form is not one that comes with Attune, so that its name may say something. */
  readonly isOwnForm: (instrumentId: string) => boolean
}

/** A supervisor who knows a practice of this size can guess. */
const smallCaseload = 5
const fewSessions = 4
const missedInARow = 2

/**
 * Asks of a bundle what a stranger asks: who could this be? Lists what could still give a client away. What is not listed
 * may do so too, and no list makes a course of ratings anybody's but this client's.
 */
export function strangerTest(
  { clients }: Pick<Bundle, 'clients'>,
  { codes, caseload, isOwnForm }: StrangerFacts,
): StrangerLine[] {
  const ofBundle: StrangerLine[] =
    clients.length > 0 && caseload <= smallCaseload
      ? [
          {
            reason: 'small-caseload',
            pseudonym: null,
            where: 'bundle',
            session: null,
            found: [String(caseload)],
            basis: String(caseload),
          },
        ]
      : []
  return [...ofBundle, ...clients.flatMap((client) => linesOf(client, codes, isOwnForm))]
}

function linesOf(
  client: BundledClient,
  codes: readonly string[],
  isOwnForm: StrangerFacts['isOwnForm'],
): StrangerLine[] {
  const { pseudonym, question, sessions, series, agreements = [] } = client
  const line = (
    reason: Shown['reason'],
    where: Shown['where'],
    found: readonly string[],
    { session = null, basis = JSON.stringify(found) }: { session?: number | null; basis?: string } = {},
  ): StrangerLine => ({ reason, pseudonym, where, session, found: [...found], basis })
  const inText = (
    text: string,
    where: 'question' | 'agreements' | 'notes' | 'words',
    session: number | null,
  ) => findTelling(text, codes).map(({ kind, words }) => line(kind, where, words, { session, basis: text }))

  const written = (where: 'notes' | 'words'): StrangerLine[] => {
    const texts = sessions.flatMap(({ number, [where]: text }) => {
      const all = typeof text === 'string' ? text : (text ?? []).join('\n')
      return all === '' ? [] : [{ number, all }]
    })
    if (texts.length === 0) return []
    const numbers = texts.map(({ number }) => String(number))
    return [
      line('free-text', where, numbers, { basis: JSON.stringify(texts) }),
      ...texts.flatMap(({ number, all }) => inText(all, where, number)),
    ]
  }

  const dates = sessions.flatMap(({ date }) => date ?? [])
  const forms = series.filter(({ instrumentId }) => isOwnForm(instrumentId))
  const titles = [...new Set(forms.flatMap(({ instrumentTitle, title }) => [instrumentTitle, title]))]
  return [
    ...(question === null ? [] : inText(question, 'question', null)),
    ...agreements.flatMap(({ text }) => inText(text, 'agreements', null)),
    ...(dates.length === 0 ? [] : [line('dates', 'sessions', dates)]),
    ...(sessions.length > 0 && sessions.length < fewSessions
      ? [
          line(
            'few-sessions',
            'sessions',
            sessions.map(({ number }) => String(number)),
          ),
        ]
      : []),
    ...missedRuns(sessions).map((run) => line('missed-in-a-row', 'sessions', run.map(String))),
    ...(titles.length === 0 ? [] : [line('own-form', 'scale', titles)]),
    ...written('notes'),
    ...written('words'),
  ]
}

/** The numbers of sessions that were missed one after the other. */
function missedRuns(sessions: BundledClient['sessions']): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  for (const { number, status } of sessions) {
    if (isMissed(status)) run.push(number)
    else {
      if (run.length >= missedInARow) runs.push(run)
      run = []
    }
  }
  if (run.length >= missedInARow) runs.push(run)
  return runs
}
