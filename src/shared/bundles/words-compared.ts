import { z } from 'zod'

/** Words that stand for a person's public keys, which two people read to each other. */
export const fingerprintWords = 12

const typed = z.int().min(0)

/** What comparing typed words gives. Only with all words typed it says which are wrong, by their place from 1. */
export const wordsComparedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same') }),
  z.strictObject({ kind: z.literal('incomplete'), typed }),
  z.strictObject({ kind: z.literal('too-many'), typed }),
  z.strictObject({
    kind: z.literal('different'),
    wrong: z.array(z.int().min(1).max(fingerprintWords)).readonly(),
  }),
])
export type WordsCompared = z.output<typeof wordsComparedSchema>
