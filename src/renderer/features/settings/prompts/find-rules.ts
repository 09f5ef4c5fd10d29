import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { folded } from '#renderer/lib/search-key.ts'

/** A rule with the title of its area on the screen. */
export interface AreaOfRules {
  readonly area: RuleSummary['area']
  readonly rules: readonly RuleSummary[]
}

/** Finds the rules that contain every typed word, by area; areas are in the order of their first rules. */
export function findRules(
  rules: readonly RuleSummary[],
  typed: string,
  areaTitle: (area: RuleSummary['area']) => string,
): AreaOfRules[] {
  const wanted = words(typed)
  const found = rules.filter((rule) => {
    const text = folded(
      [
        rule.title,
        rule.rule,
        rule.suggestion,
        rule.example,
        areaTitle(rule.area),
        ...rule.sources.map(({ citation }) => citation),
      ].join(' '),
    )
    return wanted.every((word) => text.includes(word))
  })
  return [...Map.groupBy(found, ({ area }) => area)].map(([area, ofArea]) => ({ area, rules: ofArea }))
}

function words(typed: string): string[] {
  return folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
}
