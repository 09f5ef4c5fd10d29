import { z } from 'zod'

const plainNotes = [
  /** The questionnaire says that it is a draft, retired, or made for tests only. */
  'not-in-force',
  /** Runs of spaces and line breaks became one space. */
  'spaces-tidied',
  /** A heading or an explanation that has no place in an instrument. */
  'text-left-out',
  /** The resource's own narrative, a second telling of the same in markup. */
  'narrative-left-out',
  /** A question without scores, such as free text or a date. */
  'question-left-out',
  /** Words that are too long to be shown, to be written anew. */
  'long-text-left-out',
  /** A total that the file computes; Attune computes its own. */
  'computed-left-out',
  /** An answer chosen beforehand: a form starts empty. */
  'initial-left-out',
  /** Answers were put in the order of their scores. */
  'answers-reordered',
  /** The item is known to ask about risk, and was marked so. */
  'risk-item-added',
  /** The words sound as if they ask about risk, but the item is not marked so. */
  'may-ask-about-risk',
] as const

/** Accepts what was left out or changed on the way in, and where: none of it alters a score. */
export const packNoteSchema = z.strictObject({ place: z.string(), code: z.enum(plainNotes) })

/** Something the user is told about a pack before it is kept. */
export type PackNote = z.output<typeof packNoteSchema>

/** Every code a note can have. */
export const packNoteCodes: readonly PackNote['code'][] = plainNotes
