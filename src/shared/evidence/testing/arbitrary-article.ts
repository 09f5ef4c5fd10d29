import fc from 'fast-check'
import { articleDraftSchema, type ArticleDraft } from '../article.ts'
import { doiSchema } from '../article-text.ts'
import { designSchema, statisticSchema } from '../effect.ts'
import { topicIdSchema } from '../topics.ts'

const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/gu
const tricky = fc.constantFrom(
  '- no list',
  '"quoted" and \'quoted\'',
  'a: b # c',
  'true',
  '12',
  '0x1F',
  '~',
  '[x]',
  '{y}',
  '&z *z !z',
  '<b>bold</b> p < .001',
  '# 1',
  '| a',
  '> b',
  '2021-03',
  'https://example.org/?a=1&b=2',
  '--- a',
  '.inf',
  '=',
  '<<',
  'Vîslă 😀 ÅÄÖ',
  '%YAML 1.1',
  '\uFFFD',
  'half \uFFFE and \uFFFF whole',
  'می\u200cخواهم',
  'a\u00A0b\u3000c',
)
const visible = (text: string) => text.replace(unseen, '').trim()
const isParagraph = (text: string) => text !== '' && !/^(## |---$)/.test(text)
/** A line of words that a file format could misread. */
export const arbitraryWords = fc
  .oneof(tricky, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }))
  .map(visible)
  .filter(isParagraph)
/** Any line that a summary may hold, including characters of no script and more characters than a YAML key may have. */
export const arbitraryText = fc
  .oneof(
    { arbitrary: arbitraryWords, weight: 20 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 10 },
    { arbitrary: fc.constant(`${'word '.repeat(210)}: end`), weight: 1 },
  )
  .map(visible)
  .filter(isParagraph)
/** A DOI with any allowed characters, written as people and web pages write it. */
export const arbitraryDoi = fc
  .oneof(
    fc.constantFrom(
      'pst0000175',
      '(SICI)1-2<3::AID>4.0;5-#',
      '<b>a</b>',
      '{a}',
      'a}',
      '\\a',
      "``a''",
      '%~$&_^',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map((name) => doiSchema.safeParse(`10.1037/${name}`).data)
  .filter((doi) => doi !== undefined)
const slug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'))
const number = fc
  .oneof(
    fc.integer({ min: -100_000, max: 100_000 }).map((whole) => whole / 100),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map((value) => (Object.is(value, -0) ? 0 : value))
const range = fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 })
const count = fc.integer({ min: 1, max: 1_000_000 })

const effect = fc
  .record({
    id: slug,
    claim: arbitraryText,
    design: optional(fc.constantFrom(...designSchema.options)),
    figure: fc.oneof(
      fc.record({ statistic: fc.constant('direction' as const) }),
      fc.record({
        statistic: fc.constantFrom(...statisticSchema.exclude(['direction']).options),
        value: number,
      }),
      fc.record({ statistic: fc.constant('percent' as const), range }),
    ),
    ci: optional(range.map((ends) => ({ level: 95, ...ends }))),
    p: optional(
      fc.record({ relation: fc.constantFrom('=', '<', '>'), value: fc.constantFrom(0.001, 0.05, 1) }),
    ),
    n: optional(fc.record({ count, of: arbitraryText })),
    reportedIn: fc.constantFrom('summary', 'abstract'),
    note: optional(arbitraryText),
  })
  .map(({ figure, ...rest }) => ({ ...rest, ...figure }))

/** Any draft that the schema accepts, from nearly empty to complete, in words that a file format could misread. */
export const arbitraryDraft: fc.Arbitrary<ArticleDraft> = fc
  .record({
    id: slug,
    title: arbitraryText,
    citation: optional(arbitraryText),
    shortCitation: optional(arbitraryText),
    authors: list(arbitraryText),
    year: optional(fc.integer({ min: 1900, max: 2200 })),
    journal: optional(arbitraryText),
    doi: optional(arbitraryDoi),
    link: optional(fc.constantFrom('https://example.org/?a=1&b=2', 'HTTP://a.example/#:x')),
    chosenBy: optional(fc.constant('attune' as const)),
    missing: list(fc.constantFrom('authors', 'year', 'volume and pages')),
    topics: list(fc.constantFrom(...topicIdSchema.options)),
    design: optional(fc.constantFrom(...designSchema.options)),
    sample: fc.dictionary(
      arbitraryText.filter((name) => name !== '__proto__'),
      count,
      { maxKeys: 3 },
    ),
    effects: list(effect),
    discrepancies: list(
      fc.record({
        effect: optional(slug),
        summary: arbitraryText,
        published: arbitraryText,
        note: optional(arbitraryText),
      }),
    ),
    caveats: list(arbitraryText),
    checked: fc.record({ doi: fc.boolean(), abstract: fc.boolean() }),
    source: optional(fc.record({ publication: arbitraryText, month: optional(fc.constant('2021-03')) })),
    sections: fc.record({
      inBrief: list(arbitraryText),
      whatWasFound: list(arbitraryText),
      inPractice: list(arbitraryText),
      keepInMind: list(arbitraryText),
    }),
  })
  .map((draft) => articleDraftSchema.parse(JSON.parse(JSON.stringify(draft))))
