import type { CSSProperties } from 'react'

const away = 12

/** Puts words beside an x of a drawing, on the side with more room, and no wider than that room. */
export function readoutSide(
  x: number,
  width: number,
  most: number,
): { widest: number; side: Pick<CSSProperties, 'left' | 'right'> } {
  const isRight = x > width / 2
  const room = (isRight ? x : width - x) - away
  return {
    widest: Math.min(most, Math.floor(room)),
    side: isRight ? { right: width - x + away } : { left: x + away },
  }
}
