/**
 * Keeps keys that belong to an input method, while it composes a character, from every handler of the page: Enter then
 * chooses a character and saves nothing. Call it before any other listener is added.
 */
export function ignoreComposingKeys(target: Window): void {
  for (const type of ['keydown', 'keyup'] as const)
    target.addEventListener(
      type,
      (event) => {
        // The first key that an input method takes is marked by its key alone.
        if (event.isComposing || event.key === 'Process') event.stopImmediatePropagation()
      },
      { capture: true },
    )
}
