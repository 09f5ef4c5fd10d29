import { expect, test } from 'vitest'
import { inAmerican, spellsAmerican, type Words } from './american.ts'
import { english } from './en/index.ts'

test('the catalogue is spelled as Americans do, and names of values stay', () => {
  expect(
    inAmerican({
      statuses: { late: 'Cancelled late', here: 'cancelled {{colour}}' },
      licences: ['Licences, towards judgement'],
    }),
  ).toEqual({
    statuses: { late: 'Canceled late', here: 'canceled {{colour}}' },
    licences: ['Licenses, toward judgment'],
  })
})

test.each([
  ['en-US', true],
  ['en', true],
  ['en-GB', false],
  ['en-AU', false],
  ['de-DE', false],
  ['es-US', false],
  ['not a locale', false],
])('%s spells American: %s', (computer, is) => {
  expect(spellsAmerican(computer)).toBe(is)
})

// Endings that Britain and America write differently, with the words that only look like them.
const britishEndings =
  /\b(?!(?:your|yours|four|hour|hours|our|ours|pour|tour|raise\w*|rise\w*|arise\w*|otherwise|likewise|exercise\w*|advise\w*|supervise\w*|revise\w*|promise\w*|precise|surprise\w*|compromise\w*|wise|noise|called|calling|filled|filling|pulled|spelled|spelling|smaller|installer|teller|seller|controlled|controlling|installed|installing|killed|rolled|told|telling|selling)\b)(?:\w+(?:our|ours|oured|ouring|ourable|ise|ised|ises|ising|isation|yse|ysed|ogue|ogues|mme|mmes|lled|lling|ller|lment|tre|tres)|judgement|licences?|towards)\b/gi

function textsOf(words: Words): string[] {
  return typeof words === 'string' ? [words] : Object.values(words).flatMap(textsOf)
}

test('no British spelling is left in American', () => {
  const left = textsOf(inAmerican(english)).flatMap(
    (text) => text.replaceAll(/\{\{[^}]*\}\}/g, '').match(britishEndings) ?? [],
  )
  expect([...new Set(left)]).toEqual([])
})
