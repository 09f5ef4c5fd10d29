import { describe, expect, test } from 'vitest'
import type { ImportRecord } from '#shared/evidence/import-preview.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { writeSummary } from '../../records/evidence/formats/write-summary.ts'
import { preview } from './testing/preview.ts'

const ris = `TY  - JOUR
AU  - Testmann, Helene A.
AU  - Øvreås, JP
TI  - Pauses in talk: what they  - if anything - tell
T2  - Journal of Examples
PY  - 2021
VL  - 52
IS  - 5
SP  - 429
EP  - 438
DO  - https://doi.org/10.1000/EXAMPLE.1
AB  - Words of the authors that stay where they are.
ER  - 

TY  - JOUR
AU  - Without, A. Title
ER  - 

TY  - BOOK
TI  - A book
PY  - 1985
ER  - 
`
const bibtex = `% a kept library
@string{joe = "Journal of Examples"}
@article{key1,
  author = {Fl{\\"u}ckiger, Christoph and {World Health Organization}},
  title = {The {RNA} \\& \\textit{other} things, p $<$ .05},
  journal = joe, year = 2021, volume = 3, number = 2, pages = {1--20}
}
@article{broken, title = {Never closed
@misc{key2, title = {After a broken one}, year = {2020}}
@comment{nothing}
`
const markdown = writeSummary(exampleArticle({ id: 'own-2020', title: 'An own one' }))

const ownCount = ({ db }: TestVault) => db.prepare('SELECT count(*) FROM own_articles').pluck().get()
const reasons = (record: ImportRecord | undefined) =>
  record?.outcome === 'refused' ? record.problems.map(({ place, reason }) => `${place} ${reason.code}`) : []

describe('a library in RIS', () => {
  test('becomes drafts with the data of each record', async () => {
    const vault = createTestVault()
    const { format, records, problems } = await preview(vault, ris)
    expect({ format, problems }).toEqual({ format: 'ris', problems: [] })
    expect(records.map(({ outcome, line }) => [outcome, line])).toEqual([
      ['new', 1],
      ['refused', 15],
      ['new', 19],
    ])
    expect(records[0]).toMatchObject({
      label: 'Pauses in talk: what they - if anything …',
      article: {
        id: 'testmann-2021',
        title: 'Pauses in talk: what they - if anything - tell',
        authors: ['Testmann, H. A.', 'Øvreås, J. P.'],
        citation:
          'Testmann, H. A., & Øvreås, J. P. (2021). Pauses in talk: what they - if anything - tell. Journal of Examples, 52(5), 429–438. https://doi.org/10.1000/EXAMPLE.1',
        shortCitation: 'Testmann and Øvreås, 2021',
        doi: '10.1000/EXAMPLE.1',
        missing: [],
        checked: { doi: false, abstract: false },
      },
    })
    expect(JSON.stringify(records)).not.toContain('Words of the authors')
    expect(reasons(records[1])).toEqual(['title no-title'])
    expect(ownCount(vault)).toBe(0)
  })

  test('fault 80: thousands of works of one author and one year get their ids within a test’s time', async () => {
    const works = Array.from(
      { length: 5_000 },
      (_, at) => `TY  - JOUR\nAU  - Doe, J.\nPY  - 2000\nTI  - ${at}\nER  - `,
    )
    const { records } = await preview(createTestVault(), works.join('\n'))
    const ids = records.map((record) => ('article' in record ? record.article.id : ''))
    expect(new Set(ids).size).toBe(5_000)
    expect(ids.at(-1)).toBe('doe-2000-5000')
  })

  test('skips works that are already in the library or earlier in the file', async () => {
    const vault = createTestVault()
    const elliott = 'TY  - JOUR\nTI  - Empathy\nDO  - 10.1037/PST0000175\nER  - \n'
    const { records } = await preview(vault, ris + ris + elliott)
    expect(records.map((record) => ('knownAs' in record ? record.knownAs : record.outcome))).toEqual([
      'new',
      'refused',
      'new',
      'testmann-2021',
      'refused',
      'a-book',
      'elliott-2018',
    ])
  })
})

describe('a library in BibTeX', () => {
  test('is read past a broken record', async () => {
    const { format, records } = await preview(createTestVault(), bibtex)
    expect(format).toBe('bibtex')
    expect(records.map(({ outcome, line }) => [outcome, line])).toEqual([
      ['new', 3],
      ['refused', 8],
      ['new', 9],
    ])
    expect(records[0]).toMatchObject({
      article: {
        title: 'The RNA & other things, p < .05',
        authors: ['Flückiger, C.', 'World Health Organization'],
        journal: 'Journal of Examples',
        missing: ['doi'],
      },
    })
    expect(reasons(records[1])).toEqual([' unreadable-record'])
  })
})

describe('summaries in Attune’s own format', () => {
  test('are new, known, changed, or refused because a shipped study has their id', async () => {
    const vault = createTestVault()
    const { api } = vault
    const first = await api.evidence.import({ name: 'a.md', text: markdown })
    expect(first.imported).toEqual(['own-2020'])
    const changed = writeSummary(exampleArticle({ id: 'own-2020', title: 'An own one, mended' }))
    const shipped = writeSummary(exampleArticle({ id: 'elliott-2018' }))
    const { text: unchanged } = await api.evidence.export({ ids: ['babl-2022'], format: 'markdown' })
    const { records } = await preview(vault, [markdown, shipped, unchanged, unchanged].join('\n'))
    expect(records.map(({ outcome }) => outcome)).toEqual(['known', 'refused', 'known', 'refused'])
    expect(reasons(records[1])).toEqual(['id taken-by-shipped'])
    expect(reasons(records[3])).toEqual(['id duplicate-id'])
    expect((await preview(vault, changed)).records).toMatchObject([{ outcome: 'changes-own', revision: 1 }])
    await api.evidence.import({ name: 'a.md', text: changed })
    expect(await api.evidence.get({ id: 'own-2020' })).toMatchObject({
      revision: 2,
      article: { title: 'An own one, mended' },
    })
  })

  test('may lack parts, and then name them', async () => {
    const text = '---\nid: begun-2024\ntitle: Begun\nyear: 2024\n---\n\n## In brief\n\nOne thing.\n'
    const { records } = await preview(createTestVault(), text)
    const [record] = records
    if (record?.outcome !== 'new') throw new Error('not new')
    const places = record.toComplete.map(({ place }) => place)
    expect(places).toEqual(expect.arrayContaining(['citation', 'authors', 'sections.whatWasFound']))
    expect(places).not.toContain('sections.inBrief')
  })

  test('are imported only as chosen', async () => {
    const vault = createTestVault()
    const both = [markdown, writeSummary(exampleArticle({ id: 'other-2020', title: 'Other' }))].join('\n')
    const { imported } = await vault.api.evidence.import({ name: 'a.md', text: both, records: [1] })
    expect(imported).toEqual(['other-2020'])
    expect(ownCount(vault)).toBe(1)
  })
})

describe('an unusable file', () => {
  const front = (extra: string) => `---\nid: bad-2020\ntitle: Bad\n${extra}\n---\n\n## In brief\n\nText.\n`
  const deep = `sample: ${'['.repeat(60_000)}`
  const bomb = `caveats:\n  - &a [x, x, x]\n  - &b [*a, *a, *a]`
  const files = [
    ['nothing', '  \n', ' empty'],
    ['NULs', 'T\0Y\0 \0', ' not-text'],
    ['half a character', '---\nid: a\ntitle: \uD800\n---\n', ' lone-surrogate'],
    ['a picture’s name', 'hello', ' unknown-format'],
    ['front matter that never ends', '---\nid: a\n', ' no-front-matter'],
  ] as const
  test('is refused as a whole if its text has no known format', async () => {
    const vault = createTestVault()
    for (const [name, text, reason] of files) {
      const { records, problems } = await preview(vault, text)
      expect(records, name).toEqual([])
      const reported = problems.map((problem) => `${problem.place} ${problem.reason.code}`)
      expect(reported, name).toEqual([reason])
    }
  })

  const summaries = [
    ['an alias', front(bomb), 'caveats yaml-alias'],
    ['an anchor', front('journal: &j Journal'), 'journal yaml-alias'],
    ['a merge key', front('sample: { <<: { a: 1 } }'), 'sample.<< wrong-type'],
    ['a tag', front('journal: !!binary aGVsbG8='), 'journal yaml-tag'],
    ['a name given twice', front('title: Again'), ' duplicate-key'],
    ['__proto__', front('sample: { __proto__: 3 }'), 'sample unknown-field'],
    ['a field the format lacks', front('script: x'), 'script unknown-field'],
    ['text in the front matter', front('sections: {}'), 'sections unknown-field'],
    ['something that is not YAML', front('journal: "open'), ' not-yaml'],
    ['nesting without end', front(deep), ' too-deep'],
    ['a list instead of names', '---\n- one\n---\n', ' no-mapping'],
    ['text that reads backwards', front('journal: "a\\u202Eb"'), 'journal invisible-character'],
    ['another part', `${front('')}\n## Afterthought\n\nx\n`, 'sections unknown-part'],
    ['an id with a path', front('').replace('bad-2020', '../../etc'), 'id wrong-format'],
    ['an address as DOI', front('doi: javascript:alert(1)'), 'doi wrong-format'],
  ] as const
  test('is refused by record, with the place and the reason', async () => {
    const vault = createTestVault()
    for (const [name, text, reason] of summaries) {
      const { records } = await preview(vault, text)
      expect(records, name).toHaveLength(1)
      expect(reasons(records[0]), name).toContain(reason)
      expect(await vault.api.evidence.import({ name: 'a.md', text }), name).toMatchObject({ imported: [] })
    }
    expect(ownCount(vault)).toBe(0)
  })

  test('is refused immediately beyond the largest size of a file', async () => {
    const { api } = createTestVault()
    const text = 'a'.repeat(10_000_000)
    await expect(api.evidence.previewImport({ name: 'a.md', text })).rejects.toMatchObject({
      code: 'invalid-input',
      places: ['text'],
    })
  })

  test('a replacement character that somebody wrote is an ordinary character', async () => {
    const { api } = createTestVault()
    await api.evidence.import({ name: 'a.md', text: front('').replace('Text.', 'Unread: \uFFFD.') })
    const { article } = await api.evidence.get({ id: 'bad-2020' })
    expect(article.sections.inBrief).toEqual(['Unread: \uFFFD.'])
  })

  test('HTML and scripts in a text stay text', async () => {
    const { api } = createTestVault()
    const text = front('').replace('Text.', '<script>alert(1)</script> [x](javascript:alert(1)) p < .001')
    await api.evidence.import({ name: 'a.md', text })
    const { article } = await api.evidence.get({ id: 'bad-2020' })
    expect(article.sections.inBrief).toEqual(['<script>alert(1)</script> [x](javascript:alert(1)) p < .001'])
  })
})
