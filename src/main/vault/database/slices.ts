const sliceMilliseconds = 20

/** Goes on with a piece of work for a few milliseconds. Returns its end, or null if more is to be done. */
export function slice<T>(work: Iterator<undefined, T>): { readonly value: T } | null {
  const until = performance.now() + sliceMilliseconds
  do {
    const step = work.next()
    if (step.done === true) return { value: step.value }
  } while (performance.now() < until)
  return null
}

/** Resolves after the process has had time for what else it was asked. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
