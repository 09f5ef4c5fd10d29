/** The sizes of the page, each as a factor of the usual one. */
export const zoomFactors = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const
export const usualZoom = 1

export const zoomSteps = ['in', 'out', 'reset'] as const
export type ZoomStep = (typeof zoomSteps)[number]

/** The next size in this direction, at most the last one; from a factor in between, the nearest in that direction. */
export function zoomAfter(factor: number, step: ZoomStep): number {
  if (step === 'reset') return usualZoom
  // Chromium computes the factor from a level, so it comes back with a rounding error.
  const margin = 0.005
  return step === 'in'
    ? (zoomFactors.find((each) => each > factor + margin) ?? Math.max(...zoomFactors))
    : (zoomFactors.findLast((each) => each < factor - margin) ?? Math.min(...zoomFactors))
}

/** The keys of the three steps, in the order of pressing, by Electron's names. */
export const zoomKeys = {
  in: ['CmdOrCtrl', 'Plus'],
  out: ['CmdOrCtrl', '-'],
  reset: ['CmdOrCtrl', '0'],
} as const satisfies Readonly<Record<ZoomStep, readonly string[]>>

/** The step that a key pressed with Ctrl (Cmd on a Mac) asks for. Where plus needs Shift, its key alone counts too. */
export function zoomStepFor(key: string): ZoomStep | null {
  if (key === '+' || key === '=') return 'in'
  if (key === '-' || key === '_') return 'out'
  return key === '0' ? 'reset' : null
}
