import type { Article } from '../evidence/article.ts'
import { strengthOf, type Strength } from '../evidence/strength.ts'
import type { Prompt } from './prompt.ts'
import type { Directness, EvidenceReference } from './rule.ts'

/** Every indirect finding ranks below every direct one. */
const belowEveryDirect = 6

/** Completes the strength of a finding that a rule uses indirectly. */
const indirectly: Record<'client' | 'own', Record<Directness, string>> = {
  client: {
    'same-level': '',
    'between-people': '; compares clients, not sessions',
    'other-intervention': '; about another step than this one',
  },
  own: {
    'same-level': '',
    'between-people': '; compares people, not moments',
    'other-intervention': '; about another step than this one',
  },
}

/** A rule's findings in a library: the strength of the nearest one for this rule, and the name of each. */
export type RuleEvidence = {
  strength: Strength
  sources: readonly [Prompt['source'], ...Prompt['source'][]]
}

/** The articles of a library that rules are based on, by id. */
export function articlesRestedOn(
  rules: readonly { restsOn: readonly EvidenceReference[] }[],
  library: readonly Article[],
): ReadonlyMap<string, Article> {
  const wanted = new Set(rules.flatMap(({ restsOn }) => restsOn.map(({ articleId }) => articleId)))
  return new Map(library.filter(({ id }) => wanted.has(id)).map((article) => [article.id, article]))
}

/** The findings of a rule, or null if the nearest is not in the library; leaves out further ones that are missing. */
export function evidenceOf(
  {
    area,
    restsOn: [nearest, ...others],
  }: { area: Prompt['area']; restsOn: readonly [EvidenceReference, ...EvidenceReference[]] },
  articles: ReadonlyMap<string, Article>,
): RuleEvidence | null {
  const first = lookUp(nearest, articles)
  if (first === null) return null
  const further = others.flatMap((reference) => lookUp(reference, articles)?.source ?? [])
  const about = area === 'wellbeing' || area === 'supervision' ? 'own' : 'client'
  const { words, order } = first.strength
  return {
    strength: {
      words: `${words}${indirectly[about][nearest.directness]}`,
      order: nearest.directness === 'same-level' ? order : order - belowEveryDirect,
    },
    sources: [first.source, ...further],
  }
}

function lookUp({ articleId, effectId }: EvidenceReference, articles: ReadonlyMap<string, Article>) {
  const article = articles.get(articleId)
  const effect = article?.effects.find(({ id }) => id === effectId)
  if (article === undefined || effect === undefined) return null
  return {
    strength: strengthOf(article, effect),
    source: { articleId, effectId, citation: article.shortCitation },
  }
}
