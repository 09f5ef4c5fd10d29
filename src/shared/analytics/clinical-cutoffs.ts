/** Mean and standard deviation of a group on one scale, in points. */
export interface Norms {
  mean: number
  sd: number
}

/** Three published cut-offs between a clinical and a functional range, in points of the scale. */
export interface ClinicalCutoffs {
  /** Two standard deviations from the clinical mean, towards the functional one. */
  a: number
  /** Two standard deviations from the functional mean, towards the clinical one. */
  b: number
  /** The score at equal distance from both means, each measured in its group's standard deviations. */
  c: number
}

/**
 * Gives the cut-offs a, b and c between a clinical and a functional group.
 *
 * a = M clinical ± 2 s clinical, b = M functional ∓ 2 s functional, c = (s functional M clinical + s clinical M
 * functional) / (s functional + s clinical); the signs follow from which mean is higher. If neither group has any
 * spread, c is halfway. Throws RangeError if a mean or standard deviation is not a number up to 1e100, or a standard
 * deviation is negative. Source: Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19.
 */
export function clinicalCutoffs({
  clinical,
  functional,
}: {
  clinical: Norms
  functional: Norms
}): ClinicalCutoffs {
  const given = [clinical.mean, clinical.sd, functional.mean, functional.sd]
  if (!given.every((value) => Math.abs(value) <= 1e100) || clinical.sd < 0 || functional.sd < 0) {
    throw new RangeError('Cut-offs need finite means, and standard deviations from 0')
  }
  const towardsFunctional = functional.mean >= clinical.mean ? 1 : -1
  const spread = functional.sd + clinical.sd
  const share = spread === 0 ? 0.5 : clinical.sd / spread
  return {
    a: clinical.mean + towardsFunctional * 2 * clinical.sd,
    b: functional.mean - towardsFunctional * 2 * functional.sd,
    c: clinical.mean * (1 - share) + functional.mean * share,
  }
}
