/**
 * Of 100 pairs of people, the number in which the person higher on one measure is also higher on the other.
 *
 * From a correlation `r` between −1 and 1, as 100 × (1/2 + arcsin(r)/π), rounded; 50 is chance. Assumes that both
 * measures are normally distributed (Kruskal, 1958, Journal of the American Statistical Association, 53, 814–861).
 */
export function pairsInStep(r: number): number {
  return Math.round(100 * (0.5 + Math.asin(r) / Math.PI))
}
