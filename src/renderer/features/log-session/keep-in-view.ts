/**
 * Keeps a focused element in view while parts above it are still being drawn, until the user does something. Returns a
 * function that stops it.
 */
export function keepInView(form: Element, focused: Element): () => void {
  // jsdom has no layout.
  if (typeof ResizeObserver === 'undefined') return () => undefined
  const observer = new ResizeObserver(() => {
    if (document.activeElement === focused) focused.scrollIntoView({ block: 'nearest' })
  })
  const stopping = new AbortController()
  const stop = (): void => {
    observer.disconnect()
    stopping.abort()
  }
  for (const name of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(name, stop, { signal: stopping.signal, capture: true, passive: true })
  observer.observe(form)
  return stop
}
