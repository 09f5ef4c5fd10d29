import type { PromptScoreKey } from '../prompt-scores.ts'
import type { ClientFeatures } from '../client-features.ts'
import type { PromptNumber } from '../prompt.ts'
import { type Usual, usualMinimumDeparture, usualMinimumRatings } from '../usual.ts'

/** The newest rating of this kind, if it is unusual in this direction. */
export function unusual(
  { usual }: Pick<ClientFeatures, 'usual'>,
  key: PromptScoreKey,
  direction: 'above' | 'below',
): Usual | null {
  const found = usual[key]
  if (found === undefined || !found.isUnusual) return null
  return found.departure > 0 === (direction === 'above') ? found : null
}

/** How far from the usual counts, in words. */
export const unusualDistance = `by at least ${String(usualMinimumDeparture)} points, or twice the spread from session to session where that is wider; from ${String(usualMinimumRatings)} earlier ratings on`

/** The rating and the usual value it is compared with. */
export function usualNumbers(label: string, usualLabel: string): (usual: Usual) => PromptNumber[] {
  return ({ latest, usual, earlierRatings }) => [
    { label, value: latest, n: 1 },
    { label: usualLabel, value: usual, n: earlierRatings },
  ]
}
