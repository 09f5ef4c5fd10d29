import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { preview } from './testing/preview.ts'

describe('an export that could not be read again', () => {
  const long = 'word '.repeat(3_999).trim()
  const { id: _id, ...article } = exampleArticle()

  test('a file above the size limit for reading is not written', async () => {
    const vault = createTestVault()
    const sections = { ...article.sections, inBrief: Array<string>(180).fill(long) }
    const ids = await Promise.all(
      ['One', 'Two'].map(async (title) => {
        const own = await vault.api.evidence.saveOwn({
          id: null,
          article: { ...article, title, sections },
          expectedRevision: 0,
        })
        return own.article.id
      }),
    )
    await expect(vault.api.evidence.export({ ids, format: 'markdown' })).rejects.toMatchObject({
      code: 'export-too-large',
    })
    const path = join(temporaryFolder(), 'evidence.md')
    const token = vault.grant('evidence-export', path)
    await expect(vault.api.evidence.saveExport({ token, ids, format: 'markdown' })).rejects.toMatchObject({
      code: 'export-too-large',
    })
    expect(existsSync(path)).toBe(false)
    const { text } = await vault.api.evidence.export({ ids: ids.slice(0, 1), format: 'markdown' })
    expect((await preview(vault, text)).records).toHaveLength(1)
  })

  test.each([
    ['front matter', 'markdown', { caveats: Array<string>(21).fill(long) }],
    ['a reference', 'ris', { authors: Array<string>(6).fill(long) }],
    ['a reference', 'bibtex', { authors: Array<string>(6).fill(long) }],
  ] as const)('%s above the length limit for reading is not written (%s)', async (_what, format, change) => {
    const vault = createTestVault()
    const own = await vault.api.evidence.saveOwn({
      id: null,
      article: { ...article, ...change },
      expectedRevision: 0,
    })
    await expect(vault.api.evidence.export({ ids: [own.article.id], format })).rejects.toMatchObject({
      code: 'export-too-large',
    })
  })
})

describe('exported references', () => {
  test('have one value a line in RIS and are read as the same work', async () => {
    const vault = createTestVault()
    const { fileName, text } = await vault.api.evidence.export({ ids: ['elliott-2018'], format: 'ris' })
    expect(fileName).toBe('elliott-2018.ris')
    expect(text.trim().split('\n')).toEqual([
      'TY  - JOUR',
      'AU  - Elliott, R.',
      'AU  - Bohart, A. C.',
      'AU  - Watson, J. C.',
      'AU  - Murphy, D.',
      'PY  - 2018',
      'DO  - 10.1037/pst0000175',
      'IS  - 4',
      'T2  - Psychotherapy',
      'TI  - Therapist empathy and client outcome: An updated meta-analysis',
      'VL  - 55',
      'SP  - 399',
      'EP  - 410',
      'ER  -',
    ])
  })

  test.each(['ris', 'bibtex'] as const)('contain every shipped study when read from %s', async (format) => {
    const vault = createTestVault()
    const items = await vault.api.evidence.list()
    const { text } = await vault.api.evidence.export({ ids: items.map(({ id }) => id), format })
    const { records } = await preview(vault, text)
    expect(records.map((record) => ('knownAs' in record ? record.knownAs : record.outcome))).toEqual(
      items.map(({ id }) => id),
    )
    for (const [index, record] of records.entries()) {
      if (record.outcome === 'refused') throw new Error(record.label)
      const { article } = await vault.api.evidence.get({ id: items[index]?.id ?? '' })
      expect(record.article.authors).toEqual(article.authors)
      expect(record.article.title).toBe(article.title)
    }
  })

  test('keep in BibTeX what could be read as markup', async () => {
    const { api } = createTestVault()
    const { id: _id, ...article } = exampleArticle({ title: 'When p <b .05 & Мама 漢字' })
    await api.evidence.saveOwn({ id: 'own-2020', article, expectedRevision: 0 })
    const { text } = await api.evidence.export({ ids: ['own-2020'], format: 'bibtex' })
    expect(text).toContain('{\\textless}b .05 \\& Мама 漢字')
    expect(text).toMatch(/^@article\{own-2020,\n/)
  })
})

describe('saving an export', () => {
  test('writes the same text to the file chosen for its format', async () => {
    const vault = createTestVault()
    const file = join(temporaryFolder(), 'references.ris')
    const ids = ['babl-2022', 'elliott-2018']
    await vault.api.evidence.saveExport({ token: vault.grant('evidence-ris', file), ids, format: 'ris' })
    const { text } = await vault.api.evidence.export({ ids, format: 'ris' })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('writes nothing if the file was chosen for another format', async () => {
    const vault = createTestVault()
    const file = join(temporaryFolder(), 'references.ris')
    const token = vault.grant('evidence-export', file)
    await expect(
      vault.api.evidence.saveExport({ token, ids: ['babl-2022'], format: 'ris' }),
    ).rejects.toMatchObject({ code: 'file-not-granted' })
    expect(existsSync(file)).toBe(false)
  })
})
