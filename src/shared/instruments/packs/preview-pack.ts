import { z } from 'zod'
import { instrumentSchema } from '../instrument.ts'
import { completeFhirDraft } from './fhir/complete-fhir-draft.ts'
import type { FhirDraft } from './fhir/fhir-draft.ts'
import { fhirDraftSchema, readFhirDraft } from './fhir/fhir-draft.ts'
import type { Findings } from './fhir/pack-words.ts'
import { readInstrument } from './native-pack.ts'
import { packLimits } from './pack-limits.ts'
import { packNoteSchema } from './pack-note.ts'
import type { PackNote } from './pack-note.ts'
import { packProblemSchema, problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { readPackText } from './read-pack-text.ts'
import { riskNotes } from './risk-words.ts'

/** Accepts the preview of a pack on its way to the screen. */
export const packPreviewSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** The format of the pack. */
    source: z.enum(['attune', 'fhir-r4']),
    instrument: instrumentSchema,
    notes: z.array(packNoteSchema),
  }),
  z.strictObject({
    ok: z.literal(false),
    problems: z.array(packProblemSchema).min(1).max(packLimits.problems),
    /** The number of problems beyond those listed. */
    further: z.int().min(0),
    /** A readable FHIR Questionnaire that waits for the user's choices; null in all other cases. */
    draft: z.strictObject({ fhir: fhirDraftSchema, notes: z.array(packNoteSchema) }).nullable(),
  }),
])

/** A pack that can be imported, or all reasons why it can't. A preview imports nothing. */
export type PackPreview = z.output<typeof packPreviewSchema>

/**
 * Previews the import of a file: an instrument, or the problems with their places; never throws.
 *
 * Takes decoded text, because each platform decodes in its own way. Refuses content that is too large, too deep or
 * not JSON before parsing it. A FHIR R4 Questionnaire needs choices (see `fhirChoicesSchema`); without them the
 * problem is `choices-needed` and the preview has the draft.
 */
export function previewPack(file: string, choices?: unknown): PackPreview {
  const read = readPackText(file)
  if (!read.ok) return refused(read.problems)
  const { content } = read
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return refused([problem('', { code: 'wrong-type', expected: 'object' })])
  }
  const fields: Readonly<Record<string, unknown>> = { ...content }
  if ('resourceType' in fields) return previewFhir(fields, choices)
  if (!['id', 'items', 'scales'].some((field) => field in fields)) {
    return refused([problem('', 'unknown-format')])
  }
  const native = readInstrument(fields)
  if (!native.ok) return refused(native.problems)
  return { ok: true, source: 'attune', instrument: native.instrument, notes: riskNotes(native.instrument) }
}

function previewFhir(content: Readonly<Record<string, unknown>>, choices: unknown): PackPreview {
  const found: Findings = { problems: [], notes: [] }
  const fhir = readFhirDraft(content, found)
  if (fhir === null) return refused(found.problems)
  const draft = { fhir, notes: found.notes }
  if (choices === undefined) return refused([problem('', 'choices-needed')], draft)
  const completed = completeFhirDraft(fhir, choices)
  if (!completed.ok) return refused(completed.problems, draft)
  const { instrument, notes } = completed
  const all = [...found.notes, ...notes, ...riskNotes(instrument)]
  return { ok: true, source: 'fhir-r4', instrument, notes: all }
}

function refused(
  problems: readonly PackProblem[],
  draft: { fhir: FhirDraft; notes: PackNote[] } | null = null,
): PackPreview {
  const listed = problems.slice(0, packLimits.problems)
  return { ok: false, problems: listed, further: problems.length - listed.length, draft }
}
