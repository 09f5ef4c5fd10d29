import type { OwnRating, OwnWords, Wording } from '#shared/records/own-words.ts'

/** One wording of a file with its ratings. */
export interface WordingOfFile {
  readonly words: string
  readonly ratings: readonly OwnRating[]
}

/** A wording of a file beside the wording of the vault that is the same one. */
interface AlignedWording<Of extends WordingOfFile> {
  readonly of: Of
  /** Null for a wording that is not there yet. */
  readonly here: Wording | null
  /** The place that it has once all of the file's wordings are there. */
  readonly at: number
}

/**
 * Finds for each wording of a file, in order, the same one of the vault, or its place among them: behind the wording that
 * it follows in the file. What a client is asked for stays the last wording as long as it is asked for.
 */
export function alignWordings<Of extends WordingOfFile>(
  known: Pick<OwnWords, 'wordings' | 'endedOn'> | null,
  given: readonly Of[],
): AlignedWording<Of>[] {
  const here = known?.wordings ?? []
  const latest = known?.endedOn === null ? here.length - 1 : here.length
  let next = 0
  let added = 0
  return given.map((of) => {
    const left = [...here.entries()].slice(next).filter(([, { words }]) => words === of.words)
    const [at, same] = left.find(([, wording]) => sharesRating(wording, of)) ?? left[0] ?? [null, null]
    if (same !== null) {
      next = at + 1
      return { of, here: same, at: at + added }
    }
    added += 1
    return { of, here: null, at: Math.min(next, latest) + added - 1 }
  })
}

/** Whether a wording has one of the ratings of a file: the same value, of the same session and instant. */
export function sharesRating({ ratings }: Wording, of: WordingOfFile): boolean {
  const known = new Map(ratings.map((rating) => [keyOfRating(rating), rating.value]))
  return of.ratings.some((rating) => known.get(keyOfRating(rating)) === rating.value)
}

/** What tells two ratings of one wording apart. */
export function keyOfRating({ sessionId, ratedAt }: Pick<OwnRating, 'sessionId' | 'ratedAt'>): string {
  return `${sessionId} ${ratedAt}`
}
