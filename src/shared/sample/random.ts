/** A stream of numbers that looks random and is the same for the same seed, on every machine. */
export type Random = {
  /** A number from 0 up to, but not including, 1. */
  fraction: () => number
  /** A whole number from 0 up to, but not including, `count`. */
  below: (count: number) => number
  /** A number between −size and +size, near 0 more often than far from it. */
  wobble: (size: number) => number
}

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  }
  return sum >>> 0
}

function scramble(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** Starts a separate stream for each seed text, so that a change in one story leaves all others unchanged. */
export function createRandom(seed: string): Random {
  let state = hash(seed)
  function fraction(): number {
    state = (state + 0x9e3779b9) >>> 0
    return scramble(state) / 2 ** 32
  }
  return {
    fraction,
    below: (count) => Math.floor(fraction() * count),
    wobble: (size) => (fraction() + fraction() - 1) * size,
  }
}

/**
 * A UUID in the shape of version 4 that belongs to its label: the same label always gives the same id.
 *
 * Only for fictional records: it is not random and must never name a real one.
 */
export function fictionalId(label: string): string {
  const hex = [0, 1, 2, 3]
    .map((salt) =>
      scramble(hash(`${salt}:${label}`))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
