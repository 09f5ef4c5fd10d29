import { startTransition, useEffect, useState } from 'react'

/** False until the browser has painted the component, then true: for what would keep the first frame waiting. */
export function useAfterFirstFrame(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    // The second frame begins once the first is painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => startTransition(() => setIsAfter(true)))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return isAfter
}
