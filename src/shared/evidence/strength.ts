import type { Article } from './article.ts'
import type { Design, Effect } from './effect.ts'

/**
 * The name and rank of each design, from one interview study (1) to pooled studies (6). The order is the usual one
 * for questions of association: pooled above single, randomised above observed, followed over time above one moment.
 * It says nothing about the quality of a study.
 */
const scale: Record<Design, { words: string; order: number }> = {
  'meta-analysis': { words: 'Meta-analysis', order: 6 },
  'randomized-trial': { words: 'One trial', order: 5 },
  review: { words: 'A review', order: 4 },
  longitudinal: { words: 'One observational study', order: 3 },
  'cross-sectional': { words: 'One observational study at a single time', order: 2 },
  qualitative: { words: 'One interview study', order: 1 },
}

const countsShown = 2

/** The strength of a finding in words for the screen, and the rank of its design (higher is stronger). */
export type Strength = { words: string; order: number }

/**
 * Says a study's or finding's design and size: "Meta-analysis, 82 samples, 6,138 clients", "One trial, 40 therapists".
 *
 * This is Attune's own scale (`docs/evidence-strength.md`), not a grading of a body of evidence. A finding's own
 * design and count replace its study's. If the figure, or the finding itself, was read only in a summary, the words
 * say so.
 */
export function strengthOf(article: Pick<Article, 'design' | 'sample'>, effect?: Effect): Strength {
  const { words, order } = scale[effect?.design ?? article.design]
  const counts =
    effect?.n === undefined
      ? Object.entries(article.sample).slice(0, countsShown)
      : [[effect.n.of, effect.n.count] as const]
  const size = counts.map(([what, count]) => `${inEnglish(count)} ${what}`)
  return { words: `${[words, ...size].join(', ')}${readIn(effect)}`, order }
}

let english: Intl.NumberFormat | null = null

/** A number with its thousands apart. The format is made once, because making it takes longer than all the rest. */
function inEnglish(count: number): string {
  english ??= new Intl.NumberFormat('en')
  return english.format(count)
}

function readIn(effect: Effect | undefined): string {
  if (effect?.reportedIn !== 'summary') return ''
  return ` (${effect.statistic === 'direction' ? 'finding' : 'figure'} from a summary, not the paper)`
}
