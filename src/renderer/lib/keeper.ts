import { codeOf } from './error-words.ts'

/** Whether typed input is saved. */
export interface Kept {
  /** No typed input waits to be saved. */
  readonly isKept: boolean
  /** When input was last saved; null before the first save. */
  readonly keptAt: Date | null
  /** Why the last attempt failed; null if it succeeded. */
  readonly failure: unknown
}

/** Saves the newest typed input. See `createKeeper`. */
export interface Keeper<Typed> {
  /** Takes typed input and saves it after a pause without newer input. */
  readonly keep: (typed: Typed) => void
  /** Takes input that another operation is about to save; the keeper saves it only if `flush` comes first. */
  readonly hold: (typed: Typed) => void
  /** Drops waiting input that was saved elsewhere or discarded. Ignores the outcome of a save under way. */
  readonly forget: () => void
  /** Saves at once. Resolves when no input waits; rejects if a save fails, and keeps the input. */
  readonly flush: () => Promise<void>
}

/** A vault that is being replaced takes changes again after seconds, so input that it refused is sent again. */
const retryMilliseconds = 1_000

/** Before anything is typed. */
export const nothingTyped: Kept = { isKept: true, keptAt: null, failure: null }

/**
 * Makes a keeper that saves through `save`, one save at a time and in the order of typing.
 *
 * Input typed during a save waits for that save and its own pause. Input of a failed save waits again, unless newer
 * input replaces it; the next `keep` or `flush` tries again. If the vault is being replaced, the keeper tries again by
 * itself.
 */
export function createKeeper<Typed>({
  save,
  pauseMilliseconds,
  onChange,
}: {
  save: (typed: Typed) => Promise<void>
  pauseMilliseconds: number
  onChange: (kept: Kept) => void
}): Keeper<Typed> {
  let waiting: { readonly typed: Typed } | null = null
  let sending: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  // `forget` raises it, so that an earlier save can neither report nor restore its input.
  let round = 0
  let kept = nothingTyped

  const change = (next: Partial<Kept>): void => {
    kept = { ...kept, ...next }
    onChange(kept)
  }

  const saveWaiting = async (): Promise<void> => {
    if (waiting === null) return
    clearTimeout(timer)
    const { typed } = waiting
    waiting = null
    const begunIn = round
    try {
      await save(typed)
      if (begunIn === round) change({ isKept: waiting === null, keptAt: new Date(), failure: null })
    } catch (cause) {
      if (begunIn !== round) return
      waiting ??= { typed }
      change({ failure: cause })
      if (codeOf(cause) === 'vault-being-replaced') sendAfter(retryMilliseconds)
      throw cause
    }
  }

  const send = (): Promise<void> => {
    sending = sending.catch(() => undefined).then(saveWaiting)
    // A waiting caller sees the failure; this only keeps it from counting as unhandled.
    sending.catch(() => undefined)
    return sending
  }

  const sendAfter = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void send().catch(() => undefined), milliseconds)
  }

  const take = (typed: Typed): void => {
    clearTimeout(timer)
    waiting = { typed }
  }

  return {
    keep: (typed) => {
      take(typed)
      if (kept.isKept) change({ isKept: false })
      sendAfter(pauseMilliseconds)
    },
    hold: take,
    forget: () => {
      clearTimeout(timer)
      waiting = null
      round += 1
      change(nothingTyped)
    },
    flush: async () => {
      do await send()
      while (waiting !== null)
    },
  }
}
