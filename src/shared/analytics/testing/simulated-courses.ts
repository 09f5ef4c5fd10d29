/** A client's course as the simulations invent it; levels, spreads and changes are in points of the scale. */
export interface CourseModel {
  sessions?: number
  level: number
  /** Standard deviation within the client. */
  sd: number
  /** Correlation of each rating with the next. */
  autocorrelation?: number
  /** Points by which the level grows from the first session to the last, in a straight line. */
  growth?: number
  minimum?: number
  maximum?: number
  step?: number
}

/** A small seeded generator of numbers from 0 to 1 (mulberry32), the same on every machine. */
export function uniformFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normal numbers with mean 0 and standard deviation 1 (Box and Muller 1958). */
export function normalFrom(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** Invents one course; `dropAt` is the session, from 0, that lies `drop` points lower. */
export function simulateCourse(
  model: CourseModel,
  normal: () => number,
  { drop = 0, dropAt = -1 }: { drop?: number; dropAt?: number } = {},
): number[] {
  const { sessions = 30, level, sd, autocorrelation = 0, growth = 0 } = model
  const { minimum = 0, maximum = 10, step = 0.25 } = model
  const fresh = Math.sqrt(1 - autocorrelation ** 2)
  let noise = normal()
  return Array.from({ length: sessions }, (_, session) => {
    if (session > 0) noise = autocorrelation * noise + fresh * normal()
    const score = level + (growth * session) / (sessions - 1) + sd * noise - (session === dropAt ? drop : 0)
    const rounded = minimum + Math.round((score - minimum) / step) * step
    return Math.min(maximum, Math.max(minimum, rounded))
  })
}
