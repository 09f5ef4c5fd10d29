/**
 * Turns a quantile of the normal distribution into that of Student's t.
 *
 * The expansion around the normal distribution to its second term (Abramowitz and Stegun 1964, 26.7.5). Infinite
 * without degrees of freedom.
 */
export function studentQuantile(normal: number, degreesOfFreedom: number): number {
  const first = (normal ** 3 + normal) / 4
  const second = (5 * normal ** 5 + 16 * normal ** 3 + 3 * normal) / 96
  return normal + first / degreesOfFreedom + second / degreesOfFreedom ** 2
}
