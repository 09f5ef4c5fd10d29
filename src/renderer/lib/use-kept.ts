import { useEffect, useState } from 'react'
import { createKeeper, nothingTyped, type Keeper, type Kept } from './keeper.ts'
import { registerUnsaved } from './unsaved.ts'

/**
 * Saves typed input after a pause, when the user leaves the screen, and at a lock or quit.
 *
 * Uses the first `save` as long as the component is mounted; a component with changing content needs a key.
 */
export function useKept<Typed>(
  save: (typed: Typed) => Promise<void>,
  pauseMilliseconds: number,
): Keeper<Typed> & Kept {
  const [kept, setKept] = useState(nothingTyped)
  const [keeper] = useState(() => createKeeper({ save, pauseMilliseconds, onChange: setKept }))
  useEffect(() => {
    // A lock during the last save still waits for it.
    const stop = registerUnsaved(() => keeper.flush())
    return () => void keeper.flush().then(stop, stop)
  }, [keeper])
  return { ...keeper, ...kept }
}
