import type { ExportCounts } from '#shared/exports/export-files.ts'
import type { FindInstrument, FormKind } from '#shared/exports/exported-ratings.ts'
import { keyOfFormKind, sortFormKinds } from '#shared/exports/form-kinds.ts'
import type { Client } from '#shared/records/client.ts'
import type { RatingSurvey } from '../../records/sessions/rating-survey.ts'

/** What the ratings of some clients hold, without any rating. */
interface ClientSurvey {
  readonly counts: ExportCounts
  /** The kinds of forms, in the order in which `counts.forms` counts them. */
  readonly forms: readonly FormKind[]
  readonly clientsLeftOut: number
  readonly hiddenForms: number
  readonly privateForms: number
}

/** Counts what an export of some clients would hold. Forms marked as private count only if they are asked for. */
export function surveyClients(
  clients: readonly Pick<Client, 'id'>[],
  ratingSurvey: { readonly ofClient: (clientId: string) => RatingSurvey },
  find: FindInstrument,
  withPrivate: boolean,
): ClientSurvey {
  const surveys = clients.map(({ id }) => ratingSurvey.ofClient(id)).filter(({ sessions }) => sessions > 0)
  const all = surveys.flatMap(({ forms }) => forms)
  const isPrivate = ({ instrumentId, instrumentVersion }: (typeof all)[number]): boolean =>
    find(instrumentId, instrumentVersion).privateByDefault === true
  const exported = withPrivate ? all : all.filter((form) => !isPrivate(form))
  const byKind = Map.groupBy(exported, keyOfFormKind)
  const forms = sortFormKinds(exported, find)
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
  return {
    counts: {
      clients: surveys.length,
      sessions: sum(surveys.map(({ sessions }) => sessions)),
      forms: forms.map(({ instrument: { id, version }, rater, occasion }) => {
        const kind = { instrumentId: id, instrumentVersion: version, rater, occasion }
        return sum((byKind.get(keyOfFormKind(kind)) ?? []).map(({ forms: counted }) => counted))
      }),
      words:
        sum(surveys.map(({ notes }) => notes)) + sum(exported.map(({ comments, words }) => comments + words)),
      ownRatings: sum(surveys.map(({ ownRatings }) => ownRatings)),
    },
    forms,
    clientsLeftOut: clients.length - surveys.length,
    hiddenForms: sum(surveys.map(({ hiddenForms }) => hiddenForms)),
    privateForms: sum(all.filter(isPrivate).map(({ forms: counted }) => counted)),
  }
}
