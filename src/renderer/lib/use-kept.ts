import { useEffect, useState } from 'react'
import { createKeeper, nothingTyped, type Keeper, type Kept } from './keeper.ts'
import { registerUnsaved } from './unsaved.ts'

/**
 * Keeps what is being typed: after a pause, when the screen is left, and at a lock or quit.
 *
 * The first `save` serves for as long as the component is shown; a component whose subject changes needs a key.
 */
export function useKept<Typed>(
  save: (typed: Typed) => Promise<void>,
  pauseMilliseconds: number,
): Keeper<Typed> & Kept {
  const [kept, setKept] = useState(nothingTyped)
  const [keeper] = useState(() => createKeeper({ save, pauseMilliseconds, onChange: setKept }))
  useEffect(() => {
    // A lock that comes while the last of it is being saved still waits for that.
    const stop = registerUnsaved(() => keeper.flush())
    return () => void keeper.flush().then(stop, stop)
  }, [keeper])
  return { ...keeper, ...kept }
}
