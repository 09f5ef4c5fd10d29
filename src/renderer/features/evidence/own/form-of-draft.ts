import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import type { FindingForm, OwnForm } from './own-form.ts'

/** Turns a saved summary into a form. */
export function formOf(article: ArticleDraft): OwnForm {
  const { sections, source } = article
  return {
    title: article.title,
    authors: article.authors.join('\n'),
    year: textOf(article.year),
    journal: article.journal ?? '',
    doi: article.doi ?? '',
    link: article.link ?? '',
    isDoiChecked: article.checked.doi,
    citation: article.citation ?? '',
    missing: article.missing,
    design: article.design ?? null,
    sample: Object.entries(article.sample).map(([what, count], index) => ({
      key: `sample-${index + 1}`,
      what,
      count: String(count),
    })),
    topics: article.topics,
    findings: article.effects.map(findingOf),
    inBrief: sections.inBrief.join('\n\n'),
    whatWasFound: sections.whatWasFound.join('\n\n'),
    inPractice: sections.inPractice.join('\n\n'),
    keepInMind: sections.keepInMind.join('\n\n'),
    caveats: article.caveats.join('\n'),
    publication: source?.publication ?? '',
    month: source?.month ?? '',
    isAbstractChecked: article.checked.abstract,
    discrepancies: article.discrepancies,
  }
}

function findingOf(effect: Effect): FindingForm {
  const { ci, p, n, range, design, t, df } = effect
  return {
    key: effect.id,
    claim: effect.claim,
    statistic: effect.statistic,
    value: range === undefined ? textOf(effect.value) : `${range.low} to ${range.high}`,
    low: textOf(ci?.low),
    high: textOf(ci?.high),
    level: textOf(ci?.level ?? 95),
    pRelation: p?.relation ?? '=',
    p: textOf(p?.value),
    count: textOf(n?.count),
    of: n?.of ?? '',
    reportedIn: effect.reportedIn,
    note: effect.note ?? '',
    kept: {
      ...(design === undefined ? {} : { design }),
      ...(t === undefined ? {} : { t }),
      ...(df === undefined ? {} : { df }),
    },
  }
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
