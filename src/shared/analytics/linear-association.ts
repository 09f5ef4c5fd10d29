import { meanOf } from './series.ts'

/** A straight line through pairs: outcome = outcomeMean + slope (predictor - predictorMean). */
export interface LinearAssociation {
  predictorMean: number
  outcomeMean: number
  slope: number
  /** The standard error of the slope; 0 with two pairs. */
  slopeError: number
  /** Pearson's r, from -1 to 1. */
  correlation: number
}

/**
 * Fits ordinary least squares to pairs of one predictor and one outcome.
 *
 * Null with fewer than two pairs, and if either side is constant: then slope or correlation is undefined. Divides
 * deviations by the largest before squaring them, so that tiny and huge values keep their digits.
 */
export function linearAssociation(
  predictors: readonly number[],
  outcomes: readonly number[],
): LinearAssociation | null {
  const predictor = centred(predictors)
  const outcome = centred(outcomes)
  if (predictor === null || outcome === null) return null
  const products = predictor.deviations.reduce((sum, deviation, pair) => {
    return sum + deviation * (outcome.deviations[pair] ?? 0)
  }, 0)
  const slope = (products / predictor.sumOfSquares) * (outcome.unit / predictor.unit)
  const correlation = Math.min(
    1,
    Math.max(-1, products / Math.sqrt(predictor.sumOfSquares * outcome.sumOfSquares)),
  )
  const freedom = predictors.length - 2
  const unexplained = freedom === 0 ? 0 : (1 - correlation ** 2) / freedom
  const slopeError =
    Math.sqrt((unexplained * outcome.sumOfSquares) / predictor.sumOfSquares) * (outcome.unit / predictor.unit)
  if (!Number.isFinite(slope) || !Number.isFinite(slopeError)) return null
  return {
    predictorMean: predictor.mean,
    outcomeMean: outcome.mean,
    slope,
    slopeError,
    correlation,
  }
}

function centred(
  values: readonly number[],
): { mean: number; unit: number; deviations: number[]; sumOfSquares: number } | null {
  const mean = meanOf(values)
  if (mean === null) return null
  let unit = 0
  for (const value of values) unit = Math.max(unit, Math.abs(value - mean))
  if (unit === 0) return null
  const deviations = values.map((value) => (value - mean) / unit)
  let sumOfSquares = 0
  for (const deviation of deviations) sumOfSquares += deviation * deviation
  return { mean, unit, deviations, sumOfSquares }
}
