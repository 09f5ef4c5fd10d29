import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ImportPreview } from '#shared/evidence/import-preview.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ImportScreen } from './import-screen.tsx'

const draft = {
  id: 'elder-2019',
  title: 'Hope in brief therapy',
  authors: ['Elder, A.'],
  year: 2019,
  missing: [],
  topics: [],
  sample: {},
  effects: [],
  discrepancies: [],
  caveats: [],
  checked: { doi: false, abstract: false },
  sections: { inBrief: [], whatWasFound: [], inPractice: [], keepInMind: [] },
}

const preview: ImportPreview = {
  format: 'ris',
  problems: [],
  records: [
    {
      outcome: 'new',
      index: 0,
      line: 1,
      label: 'Hope in brief therapy',
      article: draft,
      leftOut: [
        { part: 'year', text: 'in press' },
        { part: 'doi', text: 'n/a' },
        { part: 'rest', text: 'abstract' },
      ],
      toComplete: [{ place: 'design', reason: { code: 'missing' } }],
    },
    {
      outcome: 'changes-own',
      index: 1,
      line: 9,
      label: 'Trust',
      article: { ...draft, id: 'trust', title: 'Trust' },
      leftOut: [],
      toComplete: [],
      revision: 3,
    },
    {
      outcome: 'refused',
      index: 2,
      line: 17,
      label: 'TY - JOUR',
      problems: [{ place: '', reason: { code: 'no-title' } }],
    },
  ],
}

function open(found: ImportPreview = preview) {
  const user = userEvent.setup()
  const bring = vi.fn<(input: { records?: number[] | undefined }) => { imported: string[] }>(
    ({ records }) => ({ imported: (records ?? []).map((index) => `own-${index}`) }),
  )
  const looks = vi.fn<(input: { name: string; text: string }) => ImportPreview>(() => found)
  renderApp({
    at: '/evidence/own/import',
    screens: { '/evidence/own/import': ImportScreen },
    handlers: { evidence: { previewImport: looks, import: bring } },
  })
  const choose = async (content: BlobPart = 'TY  - JOUR') => {
    await screen.findByRole('button', { name: 'Choose a file…' })
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    await user.upload(input!, new File([content], 'library.ris', { type: 'text/plain' }))
  }
  return { user, bring, looks, choose }
}

afterEach(cleanup)

describe('a file of references', () => {
  test('shows its records, what they lack and where something is wrong, and saves nothing yet', async () => {
    const { bring, choose } = open()
    await choose()
    expect(await screen.findByText('3 references, read as RIS')).toBeDefined()
    expect(screen.getByText('A draft to complete. It lacks: Kind of study.')).toBeDefined()
    expect(screen.getByText('This reference has no title.')).toBeDefined()
    expect(screen.getByText('line 17')).toBeDefined()
    expect(bring).not.toHaveBeenCalled()
  })

  test('brings only new records, unless the user chooses to overwrite their own', async () => {
    const { user, bring, choose } = open()
    await choose()
    await user.click(await screen.findByRole('button', { name: 'Import 1' }))
    await waitFor(() => expect(bring.mock.calls[0]?.[0].records).toEqual([0]))
    expect(await screen.findByText('1 imported.')).toBeDefined()
  })

  test('overwrites the user’s own records on request', async () => {
    const { user, bring, choose } = open()
    await choose()
    await user.click(await screen.findByRole('checkbox', { name: 'Write over the one of mine that differs' }))
    await user.click(screen.getByRole('button', { name: 'Import 2' }))
    await waitFor(() => expect(bring.mock.calls[0]?.[0].records).toEqual([0, 1]))
  })

  test('is refused as a whole with the reason if it has no known format', async () => {
    const { choose } = open({
      format: null,
      records: [],
      problems: [{ place: '', reason: { code: 'unknown-format' } }],
    })
    await choose()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('library.ris can’t be imported.')
    expect(alert.textContent).toContain('neither a summary')
  })

  test('names the parts of a record that are left out', async () => {
    const { choose } = open()
    await choose()
    expect(
      await screen.findByText('1 has a part that Attune can’t read. It is named below and left out.'),
    ).toBeDefined()
    expect(screen.getByText('Left out: the date “in press”.')).toBeDefined()
    expect(screen.getByText('Left out: the DOI “n/a”, because it is not written as one.')).toBeDefined()
    expect(screen.getByText(/^Left out: the field “abstract” and all that follows it/)).toBeDefined()
  })

  test('fault 289: is read as UTF-16 by its mark', async () => {
    const { looks, choose } = open()
    await choose(new Uint8Array([0xff, 0xfe, 0x54, 0x00, 0xfc, 0x00]))
    await screen.findByText('3 references, read as RIS')
    expect(looks).toHaveBeenCalledWith({ name: 'library.ris', text: 'Tü' })
    expect(screen.queryByText(/Windows-1252/)).toBeNull()
  })

  test('fault 289: is read as Windows-1252 if it is not UTF-8, and says so', async () => {
    const { looks, choose } = open()
    await choose(new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x92]))
    expect(await screen.findByText(/so Attune read it as Windows does \(Windows-1252\)/)).toBeDefined()
    expect(looks).toHaveBeenCalledWith({ name: 'library.ris', text: 'Café’' })
  })

  test('is read if its text contains a replacement character', async () => {
    const { choose } = open()
    await choose('TY  - JOUR\nTI  - \uFFFD')
    expect(await screen.findByText('3 references, read as RIS')).toBeDefined()
  })
})
