import type { PromptScoreKey } from '../prompt-scores.ts'
import type { ClientFeatures } from '../client-features.ts'
import type { PromptNumber } from '../prompt.ts'
import { type Usual, usualMinimumRatings, usualMinimumShare } from '../usual.ts'

type Direction = 'above' | 'below'

/**
 * From which share of an unusual distance two of the client's scales that moved together count (found by the simulation).
 * The therapist's own feelings must both be unusual: before and after move together often without a reason.
 */
const togetherShare = 0.54

/** The newest rating of this kind, if it is unusual in this direction. */
export function unusual(
  { usual }: Pick<ClientFeatures, 'usual'>,
  key: PromptScoreKey,
  direction: Direction,
): Usual | null {
  const found = usual[key]
  if (found === undefined || !found.isUnusual) return null
  return found.departure > 0 === (direction === 'above') ? found : null
}

/**
 * The same for a scale that errs less often in company: it counts if one of these other scales moved the same way in
 * that session, each by most of what would be unusual for it, or if it was unusual in one of the two ratings before too.
 */
export function confirmedUnusual(
  features: Pick<ClientFeatures, 'usual'>,
  key: PromptScoreKey,
  direction: Direction,
  others: readonly PromptScoreKey[],
): Usual | null {
  const again = unusual(features, key, direction)
  if (again !== null && again.before > 0) return again
  const share = key.startsWith('client.') ? togetherShare : 1
  const { usual } = features
  const found = usual[key]
  if (found === undefined || !hasMoved(found, direction, share)) return null
  return others.some((other) => hasMoved(usual[other], direction, share)) ? found : null
}

function hasMoved(found: Usual | undefined, direction: Direction, share: number): boolean {
  if (found === undefined) return false
  const moved = direction === 'above' ? found.departure : -found.departure
  return moved >= share * found.unusualFrom
}

/** How far from the usual counts, in words. */
export const unusualDistance = `by more than this person’s ratings usually vary, and by at least ${String(100 * usualMinimumShare)}% of the scale; the usual is the mean of the newest ${String(usualMinimumRatings)} ratings before, without the highest and the lowest`

/** The rating, the usual value it is compared with, and the distance that would be unusual. */
export function usualNumbers(label: string, usualLabel: string): (usual: Usual) => PromptNumber[] {
  return ({ latest, usual, usualRatings, unusualFrom, earlierRatings }) => [
    { label, value: latest, n: 1 },
    { label: usualLabel, value: usual, n: usualRatings },
    { label: 'Distance that is unusual here, in points', value: unusualFrom, n: earlierRatings },
  ]
}
