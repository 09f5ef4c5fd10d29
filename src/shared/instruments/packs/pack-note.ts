import { z } from 'zod'

const plainNotes = [
  /** The questionnaire says that it is a draft, retired, or made for tests only. */
  'not-in-force',
  /** Runs of spaces and line breaks became one space. */
  'spaces-tidied',
  /** A heading or an explanation, which an instrument can't hold. */
  'text-left-out',
  /** The resource's narrative, which repeats the content in markup. */
  'narrative-left-out',
  /** A question without scores, such as free text or a date. */
  'question-left-out',
  /** Words that are too long to show; the user must write them again. */
  'long-text-left-out',
  /** A total that the file computes; Attune computes its own. */
  'computed-left-out',
  /** An answer chosen beforehand: a form starts empty. */
  'initial-left-out',
  /** A question under a condition, left out on request. */
  'conditional-left-out',
  /** The free text beside scored answers, left out on request. */
  'free-text-left-out',
  /** The answers were numbered from 0 on, on request. */
  'answers-numbered',
  /** The file names the answers only; they are LOINC's. */
  'answers-well-known',
  /** The file names the answers only; they are as the person typed them. */
  'answers-typed',
  /** Two answers count the same, or their points lie at uneven distances. */
  'points-of-their-own',
  /** A choice that stands for a missing answer, such as "Prefer not to say". */
  'answer-left-out',
  /** Tags in a description were left out; its words stay. */
  'markup-left-out',
  /** Answers were put in the order of their scores. */
  'answers-reordered',
  /** The item is known to ask about risk and was marked as a risk item. */
  'risk-item-added',
  /** The words sound as if they ask about risk, but the item is not a risk item. */
  'may-ask-about-risk',
] as const

/** Accepts what an import left out or changed, and where. None of it changes a score. */
export const packNoteSchema = z.strictObject({ place: z.string(), code: z.enum(plainNotes) })

/** A note that the user sees about a pack before importing it. */
export type PackNote = z.output<typeof packNoteSchema>

/** Every code of a note. */
export const packNoteCodes: readonly PackNote['code'][] = plainNotes
