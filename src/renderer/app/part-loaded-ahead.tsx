import { lazy, useState, type ComponentType } from 'react'

/** A part of the page that can be loaded before it is shown. */
export interface PartLoadedAhead {
  readonly Part: ComponentType
  /** Loads the part before it is needed. A failure appears only when the part is shown. */
  readonly loadAhead: () => void
}

/**
 * A part of the page that loads when it is first shown, or earlier.
 *
 * A part loaded ahead renders without Suspense, which holds content back for about 300 ms: the longest delay between
 * the right passphrase and Today.
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
    // Chosen once, so that a part shown with a wait does not mount again when it has loaded.
    const [Shown] = useState<ComponentType>(() => Ready ?? Waiting)
    return <Shown />
  }
  return {
    Part,
    loadAhead: () => void fetched().catch(() => undefined),
  }
}
