/** How long the code of a drawing may take to load, in ms. */
const longest = 10_000

/** Resolves with the drawing within an element as soon as it is there; rejects if it does not come. */
export async function whenDrawn(frame: { readonly current: HTMLElement | null }): Promise<SVGSVGElement> {
  const until = performance.now() + longest
  for (;;) {
    const drawing = frame.current?.querySelector('svg')
    if (drawing) return drawing
    if (frame.current === null || performance.now() > until) throw new Error('there is no drawing')
    await new Promise(requestAnimationFrame)
  }
}
