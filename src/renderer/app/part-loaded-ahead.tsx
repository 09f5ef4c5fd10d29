import { lazy, useState, type ComponentType } from 'react'

/** A part of the page that can be loaded before it is shown. */
export interface PartLoadedAhead {
  readonly Part: ComponentType
  /** Loads it while nobody waits for it; a failure is left to the moment when it is shown. */
  readonly loadAhead: () => void
}

/**
 * A part of the page that is loaded when it is first shown, or ahead of that.
 *
 * Loaded ahead, it is rendered as it is: React holds back whatever it has once waited for, for about 300 ms, and that
 * would be the longest part of the way from a right passphrase to Today.
 */
export function partLoadedAhead(load: () => Promise<ComponentType>): PartLoadedAhead {
  let Ready: ComponentType | null = null
  const fetched = (): Promise<ComponentType> =>
    load().then((component) => {
      Ready = component
      return component
    })
  const Waiting = lazy(() => fetched().then((component) => ({ default: component })))
  function Part() {
    // Chosen once: what was shown waiting must not start anew when it is there.
    const [Shown] = useState<ComponentType>(() => Ready ?? Waiting)
    return <Shown />
  }
  return {
    Part,
    loadAhead: () => void fetched().catch(() => undefined),
  }
}
