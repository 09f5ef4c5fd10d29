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

/** Accepts what previewing a pack came to, so that it can cross to the screen. */
export const packPreviewSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** Which format the pack came in. */
    source: z.enum(['attune', 'fhir-r4']),
    instrument: instrumentSchema,
    notes: z.array(packNoteSchema),
  }),
  z.strictObject({
    ok: z.literal(false),
    problems: z.array(packProblemSchema).min(1).max(packLimits.problems),
    /** Problems beyond those listed. */
    further: z.int().min(0),
    /** A FHIR Questionnaire that is readable and waits for the user's choices; null where it is not. */
    draft: z.strictObject({ fhir: fhirDraftSchema, notes: z.array(packNoteSchema) }).nullable(),
  }),
])

/** A pack that can be kept, or every reason why it can't; nothing is imported by looking at it. */
export type PackPreview = z.output<typeof packPreviewSchema>

/**
 * Says what would come of importing a file: an instrument, or the problems with their places; never throws.
 *
 * Takes decoded text, since each platform decodes in its own way. What is too large, too deep or no JSON is refused before it is parsed. A FHIR R4
 * Questionnaire needs choices (see `fhirChoicesSchema`); without them its problem is `choices-needed` and the
 * draft is given.
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
