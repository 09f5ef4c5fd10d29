import { useRef } from 'react'

/**
 * Runs an action, and passes over calls made while it runs, with null. A busy computer hands over both clicks of a double
 * click before the screen has drawn that the first is being acted on.
 */
export function useOneAtATime<Given extends unknown[], Result>(
  run: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result | null> {
  const isRunning = useRef(false)
  return async (...given) => {
    if (isRunning.current) return null
    isRunning.current = true
    try {
      return await run(...given)
    } finally {
      isRunning.current = false
    }
  }
}
