import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { exampleEntry } from '#shared/evidence/testing/fake-evidence.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { EditOwnScreen, NewOwnScreen } from './own-form-screens.tsx'

type Saved = { id: string | null; article: Omit<ArticleDraft, 'id'>; expectedRevision: number }

function open(
  at: string,
  {
    kept = [],
    revision = 4,
    status = vaultStatus(),
  }: { kept?: StoredFormDraft[]; revision?: number; status?: VaultStatus } = {},
) {
  const user = userEvent.setup()
  const saveOwn = vi.fn<(input: Saved) => EvidenceEntry>(({ id, article }) => ({
    state: 'draft',
    origin: 'own',
    article: { ...article, id: id ?? 'new-one' },
    problems: [],
    marks: { isBookmarked: false, readAt: null },
    note: null,
    revision: 1,
    savedAt: '2026-03-05T10:00:00.000Z',
  }))
  const app = renderApp({
    at,
    screens: { '/evidence/own/new': NewOwnScreen, '/evidence/own/edit/$articleId': EditOwnScreen },
    handlers: {
      drafts: fakeFormDrafts(kept),
      vault: { status: () => status },
      evidence: {
        saveOwn,
        get: () => ({ ...exampleEntry(exampleArticle()), origin: 'own' as const, revision }),
      },
    },
  })
  const field = (name: string) => screen.getByRole('textbox', { name })
  return { user, saveOwn, field, ...app }
}

afterEach(cleanup)

describe('a summary of one’s own', () => {
  test('can be saved unfinished and is then shown', async () => {
    const { user, saveOwn } = open('/evidence/own/new')
    await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Warmth')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('went to /evidence/new-one')).toBeDefined()
    expect(saveOwn.mock.calls[0]?.[0]).toMatchObject({
      id: null,
      expectedRevision: 0,
      article: { title: 'Warmth', effects: [] },
    })
  })

  test('fault 406: two clicks on Save at once make one summary', async () => {
    const { user, saveOwn } = open('/evidence/own/new')
    await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Warmth')
    const save = screen.getByRole('button', { name: 'Save' })
    act(() => {
      save.click()
      save.click()
    })
    expect(await screen.findByText('went to /evidence/new-one')).toBeDefined()
    expect(saveOwn).toHaveBeenCalledTimes(1)
  })

  test('is not asked for while the vault can only be read', async () => {
    open('/evidence/own/new', { status: vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' }) })
    expect(await screen.findByText(/open for reading only/)).toBeDefined()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('needs a title, a link and a few lines, with the rest behind a button', async () => {
    const { user, saveOwn, field } = open('/evidence/own/new')
    await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Warmth')
    expect(screen.queryByRole('textbox', { name: 'Year' })).toBeNull()
    expect(screen.getAllByRole('textbox')).toHaveLength(3)
    await user.type(field('Link'), 'example.org')
    await user.type(field('In brief'), 'Ask how it was.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/^Write an address that starts with https/)).toBeDefined()
    expect(saveOwn).not.toHaveBeenCalled()
    await user.clear(field('Link'))
    await user.type(field('Link'), 'https://example.org/warmth')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saveOwn).toHaveBeenCalled())
    const { title, link, sections } = saveOwn.mock.calls[0]![0].article
    expect({ title, link, inBrief: sections.inBrief }).toEqual({
      title: 'Warmth',
      link: 'https://example.org/warmth',
      inBrief: ['Ask how it was.'],
    })
  })

  test('says at the field how to correct it, and saves nothing until then', async () => {
    const { user, saveOwn, field } = open('/evidence/own/new')
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.type(field('Year'), '20x4')
    expect(screen.queryByText(/Write a year such as/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Write a year such as 2018, or leave it empty.')).toBeDefined()
    expect(screen.getByText('Give it a title, if only for now.')).toBeDefined()
    expect(screen.getByText('2 fields can’t be saved yet.')).toBeDefined()
    expect(saveOwn).not.toHaveBeenCalled()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Title/ })))
  })

  test('opens with everything that was saved, and names the revision it started from', async () => {
    const { user, saveOwn, field } = open('/evidence/own/edit/example-2020')
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Title/ })
    expect(title.value).toBe(exampleArticle().title)
    await user.type(field('Limits'), '\nOne clinic.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saveOwn).toHaveBeenCalled())
    expect(saveOwn.mock.calls[0]?.[0]).toMatchObject({ id: 'example-2020', expectedRevision: 4 })
    expect(saveOwn.mock.calls[0]?.[0].article.caveats.at(-1)).toBe('One clinic.')
  })

  test('fault 106: keeps texts that are too long, and is not saved with them', async () => {
    const { user, saveOwn, field } = open('/evidence/own/new')
    await user.click(await screen.findByRole('textbox', { name: /^Title/ }))
    await user.paste('a'.repeat(20_010))
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(field('Year'))
    await user.paste('2018, or 2019')
    expect(screen.getByText(/it is 10 characters too long/)).toBeDefined()
    expect(screen.getByText(/it is 3 characters too long/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('2 fields can’t be saved yet.')).toBeDefined()
    expect(saveOwn).not.toHaveBeenCalled()
    expect(screen.getByDisplayValue('2018, or 2019')).toBeDefined()
  })

  test('survives a lock as it was typed, half-typed figures included, and is not saved by it', async () => {
    const kept: StoredFormDraft[] = []
    const { user, saveOwn, field, unmount } = open('/evidence/own/new', { kept })
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.type(field('Year'), 'last')
    await user.click(screen.getByRole('button', { name: 'Add a finding' }))
    await user.type(field('What was found, in a sentence'), 'Trust.')
    await user.type(field('Interval from'), '0.2')
    expect(await saveUnsaved()).toBe(true)
    expect(saveOwn).not.toHaveBeenCalled()
    unmount()
    open('/evidence/own/new', { kept })
    for (const text of ['last', 'Trust.', '0.2']) expect(await screen.findByDisplayValue(text)).toBeDefined()
  })

  test('names the revision that its draft started from, so that a later one is not overwritten', async () => {
    const kept: StoredFormDraft[] = []
    const before = open('/evidence/own/edit/example-2020', { kept })
    await before.user.type(await screen.findByRole('textbox', { name: /^Title/ }), ' and more')
    expect(await saveUnsaved()).toBe(true)
    before.unmount()
    const { user, saveOwn } = open('/evidence/own/edit/example-2020', { kept, revision: 5 })
    await screen.findByDisplayValue(/ and more$/)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saveOwn).toHaveBeenCalled())
    expect(saveOwn.mock.calls[0]?.[0]).toMatchObject({ expectedRevision: 4 })
    await waitFor(() => expect(kept).toEqual([]))
  })
})
