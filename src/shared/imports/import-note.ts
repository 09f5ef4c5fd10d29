import { z } from 'zod'
import { importLimits } from './how-to-read.ts'

/** What can be said of a total beside the answers of its row. */
export const rowNoteCodes = ['total-differs', 'total-unchecked', 'total-unreadable', 'total-alone'] as const

/** Something of a row that the user should know, and that keeps nothing from being imported. */
const rowNoteSchema = z.strictObject({
  row: z.int().min(1),
  code: z.enum(rowNoteCodes),
  /** The name of the column, or nothing. */
  column: z.string().max(60),
  /** What the cell holds, cut if it is long. */
  text: z.string().max(60),
  /** The score that Attune works out, or nothing. */
  worked: z.string().max(60),
})
export type RowNote = z.output<typeof rowNoteSchema>

/** The first notes, and how many there are beyond them. */
export const rowNotesSchema = z.strictObject({
  listed: z.array(rowNoteSchema).max(importLimits.problems),
  further: z.int().min(0),
})
export type RowNotes = z.output<typeof rowNotesSchema>

/** Of a file without notes. */
export const noNotes: RowNotes = { listed: [], further: 0 }

/** Collects notes, and keeps the first ones. */
export function createNoteList() {
  const listed: RowNote[] = []
  let further = 0
  return {
    add: (note: RowNote): void => {
      if (listed.length < importLimits.problems)
        listed.push({ ...note, column: note.column.slice(0, 60), text: note.text.slice(0, 60) })
      else further += 1
    },
    /** In the order of the rows. */
    all: (): RowNotes => ({ listed: listed.toSorted((one, other) => one.row - other.row), further }),
  }
}
