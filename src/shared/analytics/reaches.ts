// The mean of items has no exact binary form: 2.3 - 1.8 is slightly less than 0.5.
const tolerance = 1e-9

/** Says whether a value is at or above a level. A value that misses it by rounding alone is at it. */
export function reaches(value: number, level: number): boolean {
  return value >= level - tolerance * Math.max(1, Math.abs(level))
}
