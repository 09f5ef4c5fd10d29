import { createHash } from 'node:crypto'
import { gistVersion, type Gist } from '#shared/attention/gist.ts'
import { judgedNow, makeGist, type MadeGist } from '#shared/attention/make-gist.ts'
import type { FallRules } from '#shared/attention/find-fall.ts'
import { outcomeSources } from '#shared/overview/outcome-source.ts'
import { outcomeStatus, type OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { closedNumbers } from '#shared/overview/open-matters.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { countsInCourse } from '#shared/records/session.ts'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import type { Records } from '../records.ts'
import { scoringVersion, type ScoredSession } from '../scores/score.repository.ts'
import { seriesSources } from '../scores/series-of-client.ts'
import { createAllianceReader, type AllianceSeries } from './alliance-series.ts'
import { createNotedRuptures } from './noted-ruptures.ts'
import { createOutcomeColumns } from './outcome-columns.ts'
import { createRecordedReader } from './recorded-alliance.ts'

/** Gives the gists of clients for one answer, all with the same parameters. */
interface GistReader {
  /** Stands for everything outside of the database that these gists rest on. */
  readonly madeOf: string
  /** The stored gist, judged by the current pooled spread; worked out from the scores if there is none. */
  readonly read: (clientId: string) => Gist
  /** The gist worked out from the scores, to be kept. */
  readonly make: (clientId: string) => MadeGist
}

/** Returns what reads gists for one answer. It changes nothing, and names each client whose gist it had to work out. */
export function createGistReader(
  records: Records,
  onWorkedOut: (clientId: string) => void = () => undefined,
): GistReader {
  const { gists, instruments, sessions } = records
  const parameters = records.rules.read()
  const pooled = records.ownSpreads.reader()
  const madeOf = fingerprintOf(parameters, instruments.shippedFingerprint())
  let maker: GistReader['make'] | null = null
  const make: GistReader['make'] = (clientId) => {
    maker ??= createGistMaker(records, { parameters, pooled })
    return maker(clientId)
  }
  return {
    madeOf,
    make,
    read: (clientId) => {
      const kept = gists.get(clientId, madeOf)
      const dateOf = (number: number) => sessions.dateOfNumber(clientId, number)
      const gist =
        kept === null
          ? make(clientId).gist
          : judgedNow(kept, () => gists.course(clientId), { parameters, pooled, dateOf })
      if (gist !== kept) onWorkedOut(clientId)
      return gist
    },
  }
}

function fingerprintOf(parameters: RuleParameters, shipped: string): string {
  return createHash('sha256')
    .update(canonicalJson({ gistVersion, scoringVersion, parameters, shipped }))
    .digest('base64url')
}

/** Returns a function that works out clients' gists from their stored scores, for one answer. */
function createGistMaker(
  records: Records,
  { parameters, pooled }: Omit<FallRules, 'dateOf'>,
): GistReader['make'] {
  const { context, sessions, instruments, clientScores, leads, baselines, closings } = records
  const readAlliance = createAllianceReader(seriesSources(instruments))
  const readScores = clientScores.reader()
  const readNotes = createNotedRuptures(context.db)
  const readRecorded = createRecordedReader(context.db, records)
  const keepOutcomes = createOutcomeColumns(instruments.find)

  const outcomesOf = (clientId: string, scored: readonly ScoredSession[]): OutcomeStatus[] => {
    const ofOutcomes = keepOutcomes(scored)
    if (ofOutcomes === null) return []
    const positions = scored.flatMap(({ status }, index) => (countsInCourse(status) ? [index] : []))
    const sources = outcomeSources(ofOutcomes, instruments.find, (instrumentId) => {
      const chosen = baselines.ofClient(clientId).get(instrumentId)
      const number = chosen === undefined ? null : (sessions.get(chosen)?.session.number ?? null)
      const index = scored.findIndex((session) => session.number === number)
      return index === -1 ? null : index
    })
    return sources.flatMap((source) => outcomeStatus(source, positions, parameters) ?? [])
  }

  return (clientId) => {
    const scored = readScores(clientId)
    const past = scored.filter(({ status }) => countsInCourse(status))
    const alliance = readAlliance(scored, leads.ofClient(clientId))
    return makeGist(
      {
        sessions: scored,
        alliance: atPlaces(scored, alliance),
        lead: alliance.lead,
        recorded: () => readRecorded(clientId, past, alliance.lead),
        outcomes: outcomesOf(clientId, scored),
        parameters,
        notes: readNotes(clientId),
        closed: closedNumbers(closings.numbersOfClient(clientId)),
      },
      { parameters, pooled },
    )
  }
}

/** The ratings at the places of all sessions; null where a session doesn't count in the course. */
function atPlaces(scored: readonly ScoredSession[], { numbers, scores }: AllianceSeries): (number | null)[] {
  let next = 0
  return scored.map(({ number }) => (numbers[next] === number ? (scores[next++] ?? null) : null))
}
