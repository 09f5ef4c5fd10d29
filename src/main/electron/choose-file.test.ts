import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FileGrant, FilePurposeName } from '#shared/files/file-purposes.ts'
import { createFileChoice } from './choose-file.ts'
import { printPage } from './print-page.ts'

const electron = vi.hoisted(() => ({
  documents: '',
  asked: [] as (OpenDialogOptions | SaveDialogOptions)[],
  /** The user's action while the dialog is open: a chosen path, or null. */
  answer: (_suggested: string): string | null => null,
}))
vi.mock('electron', () => {
  const ask = (options: { defaultPath: string }): string | null => {
    electron.asked.push(options)
    return electron.answer(options.defaultPath)
  }
  return {
    app: { getPath: () => electron.documents },
    dialog: {
      showOpenDialog: (_window: unknown, options: { defaultPath: string }) => {
        const path = ask(options)
        return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] })
      },
      showSaveDialog: (_window: unknown, options: { defaultPath: string }) => {
        const path = ask(options)
        return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
      },
    },
  }
})

beforeEach(() => {
  Object.assign(electron, {
    documents: mkdtempSync(join(tmpdir(), 'attune-documents-')),
    asked: [],
    answer: () => null,
  })
})
afterEach(() => rmSync(electron.documents, { recursive: true, force: true }))

function choosing({ takesGrants = true, onGrant = (_grant: FileGrant): unknown => undefined } = {}) {
  const granted: FileGrant[] = []
  const choose = createFileChoice({
    // Only what the choice uses.
    window: () => ({ isDestroyed: () => false }) as unknown as BrowserWindow,
    vault: {
      state: () => 'open',
      granter: () => (grant) => {
        onGrant(grant)
        if (takesGrants) granted.push(grant)
        return Promise.resolve(takesGrants)
      },
    },
    now: () => new Date('2026-03-20T12:00:00Z'),
  })
  return { choose, granted }
}

const suggestedFolder = () => join(electron.documents, 'Attune backups')

test('the folder suggested for backups exists while the dialog is open, and stays once chosen', async () => {
  const { choose, granted } = choosing()
  electron.answer = (suggested) => (existsSync(suggested) ? suggested : null)
  expect(await choose('backup-folder')).toMatchObject({ kind: 'chosen', name: 'Attune backups' })
  expect(granted).toMatchObject([{ path: suggestedFolder(), purpose: 'backup-folder' }])
  expect(existsSync(suggestedFolder())).toBe(true)
})

test('a suggested folder that is not chosen is removed', async () => {
  const { choose } = choosing()
  expect(await choose('backup-folder')).toEqual({ kind: 'cancelled' })
  expect(existsSync(suggestedFolder())).toBe(false)
  electron.answer = () => tmpdir()
  await choose('backup-folder')
  expect(existsSync(suggestedFolder())).toBe(false)
})

test('a suggested folder stays if it existed before or if something was put into it', async () => {
  const { choose } = choosing()
  electron.answer = (suggested) => {
    writeFileSync(join(suggested, 'mine.txt'), 'mine')
    return null
  }
  await choose('backup-folder')
  expect(existsSync(join(suggestedFolder(), 'mine.txt'))).toBe(true)
  rmSync(suggestedFolder(), { recursive: true })
  mkdirSync(suggestedFolder())
  electron.answer = () => null
  await choose('backup-folder')
  expect(existsSync(suggestedFolder())).toBe(true)
})

test('a folder for ratings is chosen among the documents, and none is made for it', async () => {
  const { choose } = choosing()
  electron.answer = (suggested) => suggested
  await choose('ratings-folder')
  expect(electron.asked[0]?.defaultPath).toBe(electron.documents)
  expect(existsSync(suggestedFolder())).toBe(false)
})

test('without a documents folder the dialog still opens', async () => {
  const { choose } = choosing()
  rmSync(electron.documents, { recursive: true })
  electron.answer = () => tmpdir()
  expect(await choose('backup-folder')).toMatchObject({ kind: 'chosen' })
  expect(existsSync(electron.documents)).toBe(false)
})

test.each([
  'backup-folder',
  'backup-file',
  'archive',
  'client-export',
  'ratings-folder',
] satisfies FilePurposeName[])(
  'a path chosen for %s is kept out of the system’s list of recent files',
  async (purpose) => {
    await choosing().choose(purpose)
    expect(electron.asked).toHaveLength(1)
    expect(electron.asked[0]?.properties).toContain('dontAddToRecent')
  },
)

test('a choice that the vault no longer takes fails, and the page gets no token', async () => {
  const { choose, granted } = choosing({ takesGrants: false })
  electron.answer = () => '/tmp/records.age'
  await expect(choose('archive')).rejects.toThrow('not-available')
  expect(granted).toEqual([])
})

test('a printed page goes to the vault process with its path, and main keeps no copy of it', async () => {
  electron.answer = () => '/home/t/report.pdf'
  const pdf = Buffer.from('%PDF')
  const seen: string[] = []
  const { granted, choose } = choosing({ onGrant: ({ printed }) => seen.push(String(printed)) })
  expect(await choose('report', () => Promise.resolve(pdf))).toMatchObject({
    kind: 'chosen',
    name: 'report.pdf',
  })
  expect(granted).toMatchObject([{ purpose: 'report', path: '/home/t/report.pdf' }])
  expect(seen).toEqual(['%PDF'])
  expect(pdf).toEqual(Buffer.alloc(4))
})

test('fault 145: a page that a lock ends while it is printed leaves no file and no grant', async () => {
  electron.answer = () => '/home/t/report.pdf'
  const { granted, choose } = choosing()
  const printToPDF = () => Promise.reject(new Error('the page is gone'))
  const print = () => printPage({ webContents: { printToPDF } } as unknown as BrowserWindow)
  await expect(choose('report', print)).rejects.toMatchObject({ code: 'not-available' })
  expect(granted).toEqual([])
  const late = choosing({ takesGrants: false })
  const pdf = Buffer.from('%PDF')
  await expect(late.choose('report', () => Promise.resolve(pdf))).rejects.toMatchObject({
    code: 'not-available',
  })
  expect(pdf).toEqual(Buffer.alloc(4))
})

test('nothing is printed if no place is chosen', async () => {
  const print = vi.fn(() => Promise.resolve(Buffer.from('%PDF')))
  expect(await choosing().choose('report', print)).toEqual({ kind: 'cancelled' })
  expect(print).not.toHaveBeenCalled()
})

test('a page is printed as a tagged PDF with an outline, in the size that it names itself', async () => {
  const printToPDF = vi.fn((_options: object) => Promise.resolve(Buffer.from('%PDF')))
  await printPage({ webContents: { printToPDF } } as unknown as BrowserWindow)
  expect(printToPDF.mock.calls).toEqual([
    [
      {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ],
  ])
})
