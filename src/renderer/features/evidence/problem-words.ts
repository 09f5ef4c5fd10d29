import type { TFunction } from 'i18next'
import type { ArticleProblem } from '#shared/evidence/article-problem.ts'

const parts = [
  'id',
  'title',
  'citation',
  'shortCitation',
  'authors',
  'year',
  'journal',
  'doi',
  'link',
  'missing',
  'topics',
  'design',
  'sample',
  'effects',
  'discrepancies',
  'caveats',
  'checked',
  'source',
  'inBrief',
  'whatWasFound',
  'inPractice',
  'keepInMind',
] as const

/** Says where a summary has a problem and which: "Kind of study: This is still to be filled in." */
export function problemWords(t: TFunction, { place, reason }: ArticleProblem): string {
  const words = reasonWords(t, reason)
  return place === '' ? words : t('evidence.problem', { place: placeWords(t, place), words })
}

/** A place in a summary under the name its form uses: "Finding 3". A place without a name there keeps its own. */
export function placeWords(t: TFunction, place: string): string {
  const [first = '', second = ''] = place.split('.')
  if (first === 'effects' && second !== '') return t('evidence.place.finding', { number: Number(second) + 1 })
  const named = first === 'sections' && second !== '' ? second : first
  const part = parts.find((known) => known === named)
  return part === undefined ? place : t(`evidence.place.${part}`)
}

/** Gives the reason in a sentence. */
function reasonWords(t: TFunction, reason: ArticleProblem['reason']): string {
  switch (reason.code) {
    case 'too-large':
    case 'too-long':
    case 'too-many':
      return t(`evidenceProblems.${reason.code}`, { limit: reason.limit })
    case 'not-yaml':
      return t('evidenceProblems.not-yaml', { line: reason.line, column: reason.column })
    case 'wrong-type':
      return t('evidenceProblems.wrong-type', { expected: reason.expected })
    case 'not-one-of':
      return t('evidenceProblems.not-one-of', { allowed: reason.allowed.join(', ') })
    default:
      return t(`evidenceProblems.${reason.code}`)
  }
}
