import { z } from 'zod'
import type { InputAt } from '#shared/contract/contract.ts'
import type { PaperChoice } from '#shared/contract/operations/paper.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import {
  answersSchema,
  answerTo,
  askedItems,
  hasValue,
  onlyAnswered,
  type Answers,
} from '#shared/instruments/response.ts'
import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'

/** What is typed from the sheets of one session, as its draft keeps it. */
export const entrySchema = z.strictObject({
  /** The sheets that came back, by `keyOf`. */
  chosen: z.array(z.string()),
  /** The answers by sheet; a sheet in which nothing was changed has none. */
  answers: z.record(z.string(), answersSchema),
  /** What the client added; null while it is as it is stored. */
  comment: z.string().nullable(),
})
export type Entry = z.output<typeof entrySchema>

/** The name of one version of a form. */
export const keyOf = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}@${version}`

const isClients = ({ rater }: Response): boolean => rater === 'client'

/** The client's stored answers to a form, in whichever version; null if there are none or they are hidden. */
export function storedForm(stored: StoredSessionLog, id: string): Response | null {
  const found = stored.responses.find((response) => isClients(response) && response.instrumentId === id)
  return found !== undefined && hasValue(found.answers) ? found : null
}

/** Whether the client has answered a form at the session, visible or not. */
export function isThere(stored: StoredSessionLog, id: string): boolean {
  return storedForm(stored, id) !== null || (stored.hasHiddenEmotions && id === ownInstruments.emotionsClient)
}

/** What the client added, as it is stored. */
export function storedComment(stored: StoredSessionLog): string {
  return stored.responses.find((response) => isClients(response) && response.comment !== '')?.comment ?? ''
}

/** Begins with the client's own forms that are not answered yet, or with all of them if they are. */
export function blankEntry({ instrumentIds, offered }: PaperChoice, stored: StoredSessionLog): Entry {
  const own = instrumentIds.flatMap((id) => offered.find((form) => form.id === id) ?? [])
  const open = own.filter(({ id }) => !isThere(stored, id))
  return { chosen: (open.length > 0 ? open : own).map(keyOf), answers: {}, comment: null }
}

/** Every form that a sheet can have, in the order of printing: the client's own, the others, earlier versions. */
export function allForms({ instrumentIds, offered, earlier }: PaperChoice): Instrument[] {
  const own = instrumentIds.flatMap((id) => offered.find((form) => form.id === id) ?? [])
  return [...own, ...offered.filter((form) => !own.includes(form)), ...earlier]
}

/** The sheets that came back, in the order of printing. */
export function chosenForms(entry: Entry, choice: PaperChoice): Instrument[] {
  return allForms(choice).filter((form) => entry.chosen.includes(keyOf(form)))
}

/** Adds or leaves out a sheet. A form came back in one version only. */
export function withSheet(entry: Entry, form: Instrument, isChosen: boolean): Entry {
  const others = entry.chosen.filter((key) => !key.startsWith(`${form.id}@`))
  return { ...entry, chosen: isChosen ? [...others, keyOf(form)] : others }
}

/** The answers of a sheet: as typed, or as they were entered from paper before. */
export function answersOf(entry: Entry, form: Instrument, stored: StoredSessionLog): Answers {
  const key = keyOf(form)
  const typed = Object.hasOwn(entry.answers, key) ? entry.answers[key] : undefined
  if (typed !== undefined) return typed
  const before = storedForm(stored, form.id)
  return before?.fromPaperAt && before.instrumentVersion === form.version ? onlyAnswered(before.answers) : {}
}

/** Sets the answer to one question of a sheet; null takes it back. */
export function withAnswer(
  entry: Entry,
  form: Instrument,
  stored: StoredSessionLog,
  { itemId, value }: { readonly itemId: string; readonly value: number | null },
): Entry {
  const { [itemId]: _before, ...others } = answersOf(entry, form, stored)
  const answers = value === null ? others : { ...others, [itemId]: { value, missingReason: null } }
  return { ...entry, answers: { ...entry.answers, [keyOf(form)]: answers } }
}

/** Whether anything was typed that is not stored. */
export function isTyped(entry: Entry): boolean {
  return entry.comment !== null || Object.keys(entry.answers).length > 0
}

/** One question of a sheet under its number, with what was typed. */
export interface CheckedLine {
  readonly number: number
  readonly item: InstrumentItem
  readonly value: number | null
  /** False if the sheet says that it is not to be answered after the answers before it. */
  readonly isAsked: boolean
}

/** Every question of a sheet in its order, with what was typed. */
export function checkedLines({ items }: Instrument, answers: Answers): CheckedLine[] {
  const asked = new Set(askedItems(items, answers))
  return items.map((item, at) => ({
    number: at + 1,
    item,
    value: answerTo(answers, item.id),
    isAsked: asked.has(item),
  }))
}

/** What is to be saved: the sheets, and what the client added if it was changed. */
export interface Sheets {
  readonly forms: readonly Instrument[]
  readonly input: Omit<InputAt<'paper.save'>, 'replaces'>
  /** The forms with an answer that the client has answered before. */
  readonly replaced: readonly Instrument[]
  /** Whether there is an answer, or a comment beside none. */
  readonly isEmpty: boolean
}

/** The sheets as they would be saved. */
export function sheetsOf(entry: Entry, choice: PaperChoice, stored: StoredSessionLog): Sheets {
  const forms = chosenForms(entry, choice)
  const given = forms.map((form) => ({ form, answers: answersOf(entry, form, stored) }))
  const answered = given.filter(({ answers }) => hasValue(answers))
  const comment = entry.comment ?? storedComment(stored)
  const kept = answered.length > 0 ? answered : given
  return {
    forms,
    input: {
      sessionId: stored.session.id,
      forms: given.map(({ form, answers }) => ({
        instrumentId: form.id,
        instrumentVersion: form.version,
        answers,
      })),
      comment: entry.comment,
    },
    replaced: kept.map(({ form }) => form).filter(({ id }) => isThere(stored, id)),
    isEmpty: answered.length === 0 && (entry.comment === null || comment === ''),
  }
}
