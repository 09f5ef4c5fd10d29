import { z } from 'zod'
import { instrumentSchema } from '../instrument.ts'
import { completeDraft } from './complete-draft.ts'
import { readFhirDraft } from './fhir/fhir-draft.ts'
import type { Findings } from './findings.ts'
import { packDraftSchema, type PackDraft } from './pack-draft.ts'
import { isDictionary, readDictionary } from './redcap/read-dictionary.ts'
import { readInstrument } from './native-pack.ts'
import { createFindings } from './findings.ts'
import { packAskSchema, type PackAsk, type PackDecisions } from './pack-decisions.ts'
import { packLimits } from './pack-limits.ts'
import { packNoteSchema } from './pack-note.ts'
import type { PackNote } from './pack-note.ts'
import { packProblemSchema, problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { checkPackText, readPackText } from './read-pack-text.ts'
import { riskNotes } from './risk-words.ts'

/** Accepts the preview of a pack on its way to the screen. */
export const packPreviewSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** The format that it is kept as: a FHIR Questionnaire, or Attune's own, which a REDCap dictionary becomes. */
    source: z.enum(['attune', 'fhir-r4']),
    instrument: instrumentSchema,
    notes: z.array(packNoteSchema),
  }),
  z.strictObject({
    ok: z.literal(false),
    problems: z.array(packProblemSchema).min(1).max(packLimits.problems),
    /** The number of problems beyond those listed. */
    further: z.int().min(0),
    /** A readable file of another program that waits for the user's choices; null in all other cases. */
    draft: z.strictObject({ read: packDraftSchema, notes: z.array(packNoteSchema) }).nullable(),
    /** What a person can decide so that the file is read; empty if no decision would help. */
    asks: z.array(packAskSchema).max(60),
  }),
])

/** A pack that can be imported, or all reasons why it can't. A preview imports nothing. */
export type PackPreview = z.output<typeof packPreviewSchema>

/**
 * Previews the import of a file: an instrument, or the problems with their places; never throws.
 *
 * Takes decoded text, because each platform decodes in its own way. Refuses content that is too large, too deep or
 * not JSON before parsing it. A FHIR R4 Questionnaire or a REDCap data dictionary needs choices (see `packChoicesSchema`); without them the
 * problem is `choices-needed` and the preview has the draft. Some files need a decision of the person first (see
 * `packAskSchema`).
 */
export function previewPack(file: string, choices?: unknown, decisions: PackDecisions = {}): PackPreview {
  const checked = checkPackText(file)
  if (!checked.ok) return refused(checked.problems)
  const found = createFindings(decisions)
  if (isDictionary(checked.text))
    return previewDraft(readDictionary(checked.text, found), 'attune', choices, found)
  const read = readPackText(checked.text)
  if (!read.ok) return refused(read.problems)
  const { content } = read
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return refused([problem('', { code: 'wrong-type', expected: 'object' })])
  }
  const fields: Readonly<Record<string, unknown>> = { ...content }
  if ('resourceType' in fields) return previewDraft(readFhirDraft(fields, found), 'fhir-r4', choices, found)
  if (!['id', 'items', 'scales'].some((field) => field in fields)) {
    return refused([problem('', 'unknown-format')])
  }
  const native = readInstrument(fields)
  if (!native.ok) return refused(native.problems)
  return { ok: true, source: 'attune', instrument: native.instrument, notes: riskNotes(native.instrument) }
}

function previewDraft(
  read: PackDraft | null,
  source: 'attune' | 'fhir-r4',
  choices: unknown,
  found: Findings,
): PackPreview {
  if (read === null) return refused(found.problems, null, found.asks())
  const draft = { read, notes: found.notes }
  if (choices === undefined) return refused([problem('', 'choices-needed')], draft)
  const completed = completeDraft(read, choices)
  if (!completed.ok) return refused(completed.problems, draft)
  const { instrument, notes } = completed
  return { ok: true, source, instrument, notes: [...found.notes, ...notes, ...riskNotes(instrument)] }
}

function refused(
  problems: readonly PackProblem[],
  draft: { read: PackDraft; notes: PackNote[] } | null = null,
  asks: PackAsk[] = [],
): PackPreview {
  const listed = problems.slice(0, packLimits.problems)
  return { ok: false, problems: listed, further: problems.length - listed.length, draft, asks }
}
