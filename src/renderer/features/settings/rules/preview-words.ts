import type { TFunction } from 'i18next'
import type { ExplanationOf } from '#shared/analytics/explained/index.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import type { RulePreview } from '#shared/overview/rule-preview.ts'

type Side = RulePreview['current']
type Part = RulePreview['changes'][number]

/** One statement about a client, in words. */
interface Statement {
  readonly what: string
  readonly says: string
  /** Its whole basis, so that a change in figures alone also shows. */
  readonly figures: string
}

const parts = ['episodes', 'congruence', 'outcomes', 'prompts'] as const satisfies readonly Part[]

/** Words a preview: a sentence for each statement that changes, and the names of the parts that do not. */
export function previewWords(t: TFunction, preview: RulePreview): { changed: string[]; unchanged: string[] } {
  const changed = parts
    .filter((part) => preview.changes.includes(part))
    .flatMap((part) => {
      const before = statements(t, preview.current)[part]
      const after = statements(t, preview.proposed)[part]
      return before.flatMap((now, position) => {
        const then = after[position]
        if (then === undefined || now.figures === then.figures) return []
        return now.says === then.says
          ? [t('rules.preview.detail', { what: now.what })]
          : [t('rules.preview.line', { what: now.what, before: now.says, after: then.says })]
      })
    })
  const unchanged = parts
    .filter((part) => !preview.changes.includes(part))
    .map((part) => t(`rules.preview.part.${part}`))
  return { changed, unchanged }
}

function statements(
  t: TFunction,
  { episodes, congruence, outcomes, prompts }: Side,
): Record<Part, Statement[]> {
  const raters = ['client', 'therapist'] as const
  return {
    episodes: raters.map((rater) => ({
      what: t(`rules.preview.what.episodes-${rater}`),
      says: episodeWords(t, episodes[rater]),
      figures: figures(episodes[rater]),
    })),
    congruence: congruence.map(({ title, found }) => ({
      what: t('rules.preview.what.congruence', { title }),
      says: t(`rules.preview.congruence.${found.verdict}`, {
        pairs: found.n,
        needed: found.parameters.minimumPairs,
      }),
      figures: figures(found),
    })),
    outcomes: outcomes.map((outcome) => ({
      what: t('rules.preview.outcome.what', { title: outcome.title, scale: outcome.scale.title }),
      says: outcomeWords(t, outcome),
      figures: figures(outcome),
    })),
    prompts: [
      {
        what: t('rules.preview.what.prompts'),
        says: prompts.length === 0 ? t('rules.preview.noPrompts') : prompts.join('; '),
        figures: figures(prompts),
      },
    ],
  }
}

/** Everything except the parameters, which differ in any preview. */
function figures(explained: unknown): string {
  return JSON.stringify(explained, (key, value: unknown) => (key === 'parameters' ? undefined : value))
}

function episodeWords(t: TFunction, episodes: readonly ExplanationOf<'episode'>[]): string {
  if (episodes.length === 0) return t('rules.preview.episodes.none')
  const found = (['rupture', 'dip'] as const).flatMap((level) => {
    const count = episodes.filter(({ verdict }) => verdict.level === level).length
    return count === 0 ? [] : [t(`rules.preview.episodes.${level}`, { count })]
  })
  const states = (['repaired', 'partly-repaired', 'unrepaired', 'open'] as const).flatMap((state) => {
    const count = episodes.filter(({ verdict }) => verdict.state === state).length
    return count === 0 ? [] : [t(`rules.preview.episodes.state.${state}`, { count })]
  })
  return t('rules.preview.episodes.states', { found: found.join(', '), states: states.join(', ') })
}

function outcomeWords(t: TFunction, { track, suddenGains }: OutcomeStatus): string {
  const verdict = t(`rules.preview.outcome.track.${track?.verdict ?? 'none'}`)
  return suddenGains.length === 0
    ? verdict
    : t('rules.preview.outcome.withGains', { verdict, count: suddenGains.length })
}
