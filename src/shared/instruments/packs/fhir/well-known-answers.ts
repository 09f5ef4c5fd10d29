import type { ScoredConcept } from './contained-values.ts'

/** A list of answers that files name by its address only. */
interface WellKnownAnswers {
  /** The list's own name; an address that ends in it means this list. */
  readonly name: string
  readonly source: string
  readonly answers: readonly { readonly display: string; readonly score: number | null }[]
}

// This material contains content from LOINC (https://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and
// the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license
// at https://loinc.org/license.
const lists: readonly WellKnownAnswers[] = [
  {
    name: 'LL358-3',
    source: 'https://loinc.org/LL358-3, the answers of PHQ-9 and GAD-7',
    answers: [
      { display: 'Not at all', score: 0 },
      { display: 'Several days', score: 1 },
      { display: 'More than half the days', score: 2 },
      { display: 'Nearly every day', score: 3 },
    ],
  },
  {
    name: 'LL359-1',
    source: 'https://loinc.org/LL359-1, the answers of the unscored question on difficulties',
    answers: [
      { display: 'Not difficult at all', score: null },
      { display: 'Somewhat difficult', score: null },
      { display: 'Very difficult', score: null },
      { display: 'Extremely difficult', score: null },
    ],
  },
]

/** The answers behind an address that ends in the name of a list of LOINC's, or null. */
export function wellKnownAnswers(address: string): ScoredConcept[] | null {
  const found = lists.find(({ name }) => isNamed(address, name))
  return (
    found?.answers.map(({ display, score }) => ({
      display,
      scores: score === null ? [] : [score],
      path: [],
    })) ?? null
  )
}

function isNamed(address: string, name: string): boolean {
  const [plain = ''] = address.toLowerCase().split('|')
  if (!plain.endsWith(name.toLowerCase())) return false
  const before = plain.slice(0, -name.length)
  return before === '' || /[/:.-]$/.test(before)
}
