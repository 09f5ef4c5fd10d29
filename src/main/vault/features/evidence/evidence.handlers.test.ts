import { expect, test } from 'vitest'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'

const { id: _id, ...own } = exampleArticle({ title: 'Crying in the room', shortCitation: 'Own, 2020' })
const reference: Omit<ArticleDraft, 'id'> = {
  title: 'A reference without a summary',
  authors: ['Nakamura, K.'],
  year: 2022,
  missing: [],
  topics: [],
  sample: {},
  effects: [],
  discrepancies: [],
  caveats: [],
  checked: { doi: false, abstract: false },
  sections: { inBrief: [], whatWasFound: [], inPractice: [], keepInMind: [] },
}

const saveOwn = ({ api }: TestVault, change: Partial<typeof own> = {}, id: string | null = null) =>
  api.evidence.saveOwn({ id, article: { ...own, ...change }, expectedRevision: 0 })
const found = async ({ api }: TestVault, query: string) =>
  (await api.evidence.search({ query })).results.map(({ item }) => item.id)

test('shipped studies are listed by short citation, unread and without marks', async () => {
  const { api } = createTestVault()
  const list = await api.evidence.list()
  expect(list).toHaveLength(25)
  expect(list.map(({ shortCitation }) => shortCitation)).toEqual(
    list.map(({ shortCitation }) => shortCitation).toSorted((one, other) => one.localeCompare(other)),
  )
  expect(list.find(({ id }) => id === 'elliott-2018')).toMatchObject({
    origin: 'shipped',
    strength: { words: 'Meta-analysis, 82 samples, 6,138 clients', order: 6 },
    isComplete: true,
    isBookmarked: false,
    readAt: null,
    hasNote: false,
  })
})

test('a study is read whole, and an unknown one is reported as missing', async () => {
  const { api } = createTestVault()
  expect(await api.evidence.get({ id: 'elliott-2018' })).toMatchObject({
    state: 'complete',
    origin: 'shipped',
    revision: 0,
    note: null,
    article: { effects: [{ id: 'empathy-outcome', value: 0.28 }, {}, {}, {}, {}, {}] },
  })
  await expect(api.evidence.get({ id: 'nobody-1900' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.evidence.mark({ id: 'nobody-1900' })).rejects.toMatchObject({ code: 'not-found' })
})

test('a bookmark and the reading state change independently, and the first reading keeps its date', async () => {
  const { api, clock } = createTestVault()
  await api.evidence.mark({ id: 'babl-2022', state: 'read' })
  clock.now = new Date('2026-04-01T08:00:00.000Z')
  const marks = { isBookmarked: true, readAt: '2026-03-20T15:00:00.000Z' }
  expect(await api.evidence.mark({ id: 'babl-2022', isBookmarked: true, state: 'read' })).toEqual(marks)
  expect((await api.evidence.list()).find(({ id }) => id === 'babl-2022')).toMatchObject(marks)
  expect(await api.evidence.mark({ id: 'babl-2022', state: 'unread' })).toEqual({
    isBookmarked: true,
    readAt: null,
  })
})

test('a private note is found and shown as a note, and an outdated screen can’t overwrite it', async () => {
  const vault = createTestVault()
  const { api } = vault
  const text = 'Talk about Wanderlust\nwith my supervisor'
  const saved = await api.evidence.saveNote({ id: 'babl-2022', text, expectedRevision: 0 })
  expect(saved).toEqual({ text, revision: 1, savedAt: '2026-03-20T15:00:00.000Z' })
  const { results } = await api.evidence.search({ query: 'wander' })
  expect(results).toMatchObject([
    {
      item: { id: 'babl-2022', hasNote: true },
      matches: [{ part: 'note', text, ranges: [{ start: 11, end: 21 }] }],
    },
  ])
  const stale = { id: 'babl-2022', text: 'other', expectedRevision: 0 }
  await expect(api.evidence.saveNote(stale)).rejects.toMatchObject({ code: 'conflict' })
  expect(await api.evidence.saveNote({ ...stale, text })).toEqual(saved)
  expect(await api.evidence.saveNote({ id: 'babl-2022', text: '', expectedRevision: 1 })).toBeNull()
  expect(await found(vault, 'wander')).not.toContain('babl-2022')
})

test('a private note that can’t be stored unchanged is refused', async () => {
  const { api } = createTestVault()
  for (const text of ['half \ud800', 'nul \0'])
    await expect(api.evidence.saveNote({ id: 'babl-2022', text, expectedRevision: 0 })).rejects.toMatchObject(
      { code: 'invalid-input', places: ['text'] },
    )
  const text = '\uFFFD\r\n\u0085\u2028\ufeff'
  expect(await api.evidence.saveNote({ id: 'babl-2022', text, expectedRevision: 0 })).toMatchObject({ text })
})

test('an own summary gets an id, can be read and found, and changes only from its newest revision', async () => {
  const vault = createTestVault()
  const { api } = vault
  const entry = await saveOwn(vault)
  expect(entry).toMatchObject({
    state: 'complete',
    origin: 'own',
    revision: 1,
    article: { id: 'example-2020' },
  })
  expect(await found(vault, 'crying in the room')).toEqual(['example-2020'])
  expect((await saveOwn(vault)).article.id).toBe('example-2020-2')

  const change = { id: 'example-2020', article: { ...own, title: 'Laughing' }, expectedRevision: 1 }
  expect(await api.evidence.saveOwn(change)).toMatchObject({ revision: 2, article: { title: 'Laughing' } })
  expect(await api.evidence.saveOwn(change)).toMatchObject({ revision: 2 })
  await expect(
    api.evidence.saveOwn({ ...change, article: { ...own, title: 'Sighing' } }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect(await found(vault, 'laughing')).toEqual(['example-2020'])
  expect(await found(vault, 'crying in the room')).toEqual(['example-2020-2'])
})

test('the id of a shipped study can’t be taken, and a shipped study can’t be removed', async () => {
  const vault = createTestVault()
  await expect(saveOwn(vault, {}, 'babl-2022')).rejects.toMatchObject({ code: 'id-taken', places: ['id'] })
  await expect(vault.api.evidence.removeOwn({ id: 'babl-2022' })).rejects.toMatchObject({ code: 'id-taken' })
})

test('a draft names its missing parts, and is listed as a draft', async () => {
  const vault = createTestVault()
  const { api } = vault
  const entry = await api.evidence.saveOwn({ id: null, article: reference, expectedRevision: 0 })
  if (entry.state !== 'draft') throw new Error('not a draft')
  expect(entry.article.id).toBe('nakamura-2022')
  expect(entry.problems.map(({ place }) => place)).toEqual(
    expect.arrayContaining(['citation', 'design', 'topics', 'effects', 'sections.inBrief', 'source']),
  )
  expect(entry.problems.every(({ reason }) => reason.code === 'missing')).toBe(true)
  const item = (await api.evidence.list()).find(({ id }) => id === 'nakamura-2022')
  expect(item).toMatchObject({
    isComplete: false,
    strength: null,
    design: null,
    shortCitation: reference.title,
  })
  expect(await found(vault, 'nakamura')).toEqual(['nakamura-2022'])
})

test('a short summary with a link and a few lines is not listed as unfinished', async () => {
  const { api } = createTestVault()
  const short = {
    ...reference,
    link: 'https://example.org/a',
    sections: { ...reference.sections, inBrief: ['Ask.'] },
  }
  const { state, article } = await api.evidence.saveOwn({ id: null, article: short, expectedRevision: 0 })
  // No chart and no prompt can use it, so for them it is a draft.
  expect(state).toBe('draft')
  expect(article.link).toBe('https://example.org/a')
  const unfinished = { filters: { onlyDrafts: true }, query: '' }
  expect((await api.evidence.search(unfinished)).total).toBe(0)
  await api.evidence.saveOwn({ id: null, article: reference, expectedRevision: 0 })
  expect((await api.evidence.search(unfinished)).total).toBe(1)
})

test('removing an own summary removes its marks, its note and its draft, and all but the draft come back', async () => {
  const vault = createTestVault()
  const { api, db } = vault
  const { article } = await saveOwn(vault, { title: 'Zebrafish at rest' })
  await api.evidence.mark({ id: article.id, isBookmarked: true })
  await api.evidence.saveNote({ id: article.id, text: 'Quokka', expectedRevision: 0 })
  const draft = { form: 'own-summary', subject: article.id } as const
  await api.drafts.saveForm({ ...draft, clientId: null, content: '{}' })
  const removed = await api.evidence.removeOwn({ id: article.id })
  expect(await api.drafts.getForm(draft)).toBeNull()
  await expect(api.evidence.get({ id: article.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await found(vault, 'zebrafish')).toEqual([])
  for (const table of ['own_articles', 'evidence_marks', 'evidence_notes'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
  await api.evidence.restoreOwn(removed)
  expect(await api.evidence.get({ id: article.id })).toMatchObject({
    marks: { isBookmarked: true },
    note: { text: 'Quokka' },
  })
  expect(await found(vault, 'quokka zebrafish')).toEqual([article.id])
  await expect(
    api.evidence.restoreOwn({ ...removed, article: { ...removed.article, title: 'Another' } }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('a removed summary leaves no word in the index', async () => {
  const vault = createTestVault()
  const { article } = await saveOwn(vault, { title: 'Zebrafish at rest' })
  const held = () =>
    (vault.db.prepare('SELECT block FROM evidence_index_data').pluck().all() as Buffer[]).some((block) =>
      block.includes('zebrafish'),
    )
  expect(held()).toBe(true)
  await vault.api.evidence.removeOwn({ id: article.id })
  expect(held()).toBe(false)
})
