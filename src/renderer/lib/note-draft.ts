import { z } from 'zod'

/** The draft of a form whose only text is a note. */
export const noteDraftSchema = z.strictObject({ note: z.string() })
export type NoteDraft = z.output<typeof noteDraftSchema>

/** An empty note is worth no draft. */
export const noteDraftOf = (note: string): NoteDraft | null => (note === '' ? null : { note })
