import { americanOf, placeInAmerican } from './american.ts'
import type { EvidenceEntry, EvidenceResult, TextMatch } from '../evidence/evidence-item.ts'

type AnyArticle = EvidenceEntry['article']

/**
 * A study's page in American spelling if it ships with Attune. Its title, its reference and its journal are those of a
 * published work and stay. What the user wrote or imported stays as it is.
 */
export function americanEntry(entry: EvidenceEntry): EvidenceEntry {
  if (entry.origin === 'own') return entry
  return { ...entry, article: americanArticle(entry.article) }
}

/** A row of the search in American spelling if it ships with Attune; the marks stay on the words that were found. */
export function americanResult(result: EvidenceResult): EvidenceResult {
  if (result.item.origin === 'own') return result
  return { ...result, matches: result.matches.map(americanMatch) }
}

function americanMatch(match: TextMatch): TextMatch {
  // The note is the reader's own. A citation is that of the published work.
  if (match.part !== 'claim' && match.part !== 'body') return match
  return {
    ...match,
    text: americanOf(match.text),
    ranges: match.ranges.map(({ start, end }) => ({
      start: placeInAmerican(match.text, start),
      end: placeInAmerican(match.text, end),
    })),
  }
}

function americanArticle<A extends AnyArticle>(article: A): A {
  const { sections } = article
  const all = (texts: readonly string[]) => texts.map(americanOf)
  return {
    ...article,
    sample: Object.fromEntries(
      Object.entries(article.sample).map(([what, count]) => [americanOf(what), count]),
    ),
    effects: article.effects.map((effect) => ({
      ...effect,
      claim: americanOf(effect.claim),
      ...(effect.note === undefined ? {} : { note: americanOf(effect.note) }),
    })),
    discrepancies: article.discrepancies.map(({ summary, published, note, ...discrepancy }) => ({
      ...discrepancy,
      summary: americanOf(summary),
      published: americanOf(published),
      ...(note === undefined ? {} : { note: americanOf(note) }),
    })),
    caveats: all(article.caveats),
    sections: {
      inBrief: all(sections.inBrief),
      whatWasFound: all(sections.whatWasFound),
      inPractice: all(sections.inPractice),
      keepInMind: all(sections.keepInMind),
    },
  }
}
