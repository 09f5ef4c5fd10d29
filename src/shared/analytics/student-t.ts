/**
 * Turns a quantile of the normal distribution into that of Student's t.
 *
 * The expansion around the normal distribution to its second term (Abramowitz and Stegun 1964, 26.7.5). Too small with
 * few degrees of freedom: by 2 % with four, and by 44 % with one. Infinite without degrees of freedom.
 */
export function studentQuantile(normal: number, degreesOfFreedom: number): number {
  const first = (normal ** 3 + normal) / 4
  const second = (5 * normal ** 5 + 16 * normal ** 3 + 3 * normal) / 96
  return normal + first / degreesOfFreedom + second / degreesOfFreedom ** 2
}

/** From so many degrees of freedom on, the expansion is exact to four digits. */
const enough = 60

/**
 * The t that 95 % of Student's distribution lie within, on both sides of 0. Exact to three digits from one degree of
 * freedom on; the degrees need not be whole.
 *
 * With t = √f / tan u the density is that of sin u to the power f − 1, up to a factor. So the angle is looked for below
 * which 5 % of the area up to a right angle lie. The area bends upwards, so Newton's steps from above end there.
 */
export function student95(degreesOfFreedom: number): number {
  const start = studentQuantile(1.959_964, degreesOfFreedom)
  if (degreesOfFreedom >= enough) return start
  const power = degreesOfFreedom - 1
  const goal = 0.05 * areaOfSines(Math.PI / 2, power)
  let angle = Math.atan(Math.sqrt(degreesOfFreedom) / start)
  for (let step = 0; step < 8; step += 1)
    angle -= (areaOfSines(angle, power) - goal) / Math.sin(angle) ** power
  return Math.sqrt(degreesOfFreedom) / Math.tan(angle)
}

/** The integral of a power of the sine from 0 to an angle, by Simpson's rule on s with u = angle · s³. */
function areaOfSines(angle: number, power: number): number {
  const pieces = 120
  let sum = 0
  for (let at = 1; at <= pieces; at += 1) {
    const s = at / pieces
    const weight = at === pieces ? 1 : at % 2 === 1 ? 4 : 2
    sum += weight * Math.sin(angle * s ** 3) ** power * 3 * angle * s ** 2
  }
  return sum / (3 * pieces)
}
