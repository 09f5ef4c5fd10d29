/** How far what was typed has been kept. */
export interface Kept {
  /** Nothing typed is waiting to be kept. */
  readonly isKept: boolean
  /** When something was last kept, null before that. */
  readonly keptAt: Date | null
  /** Why the last attempt failed, null where it did not. */
  readonly failure: unknown
}

/** Keeps the newest of what is typed. See `createKeeper`. */
export interface Keeper<Typed> {
  /** Takes what was typed; it is saved once nothing newer has come for the length of the pause. */
  readonly keep: (typed: Typed) => void
  /** Takes something that another way is about to save: it is kept here only if `flush` comes first. */
  readonly hold: (typed: Typed) => void
  /** Drops what waits, because it was saved another way or discarded. A save under way no longer counts. */
  readonly forget: () => void
  /** Saves at once. Resolves when nothing waits any more; rejects, and keeps what was typed, where a save fails. */
  readonly flush: () => Promise<void>
}

/** Before anything is typed. */
export const nothingTyped: Kept = { isKept: true, keptAt: null, failure: null }

/**
 * Makes a keeper that saves through `save`, one save at a time and in the order of typing.
 *
 * What is typed during a save waits for that save and goes out after its own pause. A failed save gives back what it
 * held, unless something newer was typed; the next `keep` or `flush` tries again.
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
  // Raised by `forget`, so that a save begun before it can neither report nor give anything back.
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
      throw cause
    }
  }

  const send = (): Promise<void> => {
    sending = sending.catch(() => undefined).then(saveWaiting)
    // A caller that waits for it sees the failure; here it only must not count as unhandled.
    sending.catch(() => undefined)
    return sending
  }

  const take = (typed: Typed): void => {
    clearTimeout(timer)
    waiting = { typed }
  }

  return {
    keep: (typed) => {
      take(typed)
      if (kept.isKept) change({ isKept: false })
      timer = setTimeout(() => void send().catch(() => undefined), pauseMilliseconds)
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
