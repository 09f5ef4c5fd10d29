import { csvLine, csvStart, type CsvCell } from '../csv/csv.ts'
import { isMissed } from '../records/session.ts'
import { sessionColumns, type ExportedForm, type ExportedSession, type FormKind } from './exported-ratings.ts'
import type { GrowingFile } from './growing-file.ts'
import { itemStates, type ItemState } from './item-state.ts'
import type { MissingCodes, WideVariable } from './wide-variables.ts'

/** The name of the file with the wide table. */
export const wideTableName = 'ratings-wide.csv'

/** The wide table: a row for each session, a column for each item and scale of each form. */
export function wideTable(variables: readonly WideVariable[], codes: MissingCodes): GrowingFile {
  return {
    name: wideTableName,
    start: csvStart([...sessionColumns, ...variables.map(({ name }) => name)]),
    add: (session) => csvLine(rowOf(session, variables, codes)),
    end: '',
  }
}

const keyOf = (id: string, version: number, rater: string, occasion: string): string =>
  `${id}@${version} ${rater} ${occasion}`
const keyOfKind = ({ instrument: { id, version }, rater, occasion }: FormKind): string =>
  keyOf(id, version, rater, occasion)

function rowOf(session: ExportedSession, variables: readonly WideVariable[], codes: MissingCodes): CsvCell[] {
  const { client, isFictional, number, date, status, modality, durationMinutes, forms } = session
  const found = new Map(
    forms.map((form) => {
      const { instrumentId, instrumentVersion, rater, occasion } = form
      return [keyOf(instrumentId, instrumentVersion, rater, occasion), form]
    }),
  )
  const states = new Map<ExportedForm, ReadonlyMap<string, ItemState>>()
  const statesOf = (form: ExportedForm, { instrument }: FormKind): ReadonlyMap<string, ItemState> => {
    const known = states.get(form)
    if (known) return known
    const made = new Map(itemStates(instrument.items, form.answers).map((state) => [state.item.id, state]))
    states.set(form, made)
    return made
  }
  const absent = isMissed(session.status) ? codes.missed : null
  const cells = variables.map((variable): CsvCell => {
    const form = found.get(keyOfKind(variable.form))
    if (form === undefined) return absent
    if (variable.kind === 'score') return form.scores[variable.scale.id] ?? codes.notAnswered
    const state = statesOf(form, variable.form).get(variable.item.id)
    return state?.value ?? (state?.state === 'not-asked' ? codes.notAsked : codes.notAnswered)
  })
  return [client, isFictional ? 1 : 0, number, date, status, modality, durationMinutes, ...cells]
}
