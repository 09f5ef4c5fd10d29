import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { defaultSettings } from '#shared/settings/settings.ts'
import { createSettingsStore } from './settings-store.ts'

const bounds = { x: 10, y: 20, width: 900, height: 700 }

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-settings-'))
  file = join(folder, 'settings.json')
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

/** Writes like the app's library: sets values over the file's content. */
const loadWriter = () => {
  const before: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Promise.resolve({
    set: (values: Record<string, unknown>) =>
      writeFileSync(file, JSON.stringify(Object.assign({}, before, values))),
  })
}

test('the values for the first window are read without loading the writer', () => {
  writeFileSync(
    file,
    JSON.stringify({
      theme: 'dark',
      lockAfterMinutes: 9,
      hidesFromCapture: false,
      foldedPanels: ['emotions'],
      window: { bounds, isMaximized: true },
    }),
  )
  const load = vi.fn(loadWriter)
  const settings = createSettingsStore(folder, load)
  expect(settings.get()).toEqual({
    theme: 'dark',
    lockAfterMinutes: 9,
    hidesFromCapture: false,
    foldedPanels: ['emotions'],
  })
  expect(settings.windowState()).toEqual({ bounds, isMaximized: true })
  expect(load).not.toHaveBeenCalled()
})

test('each invalid value is replaced by its default, and only that value', () => {
  writeFileSync(
    file,
    JSON.stringify({
      theme: 'dark',
      lockAfterMinutes: 0,
      hidesFromCapture: 'no',
      foldedPanels: ['unknown'],
      window: { bounds },
      more: 1,
    }),
  )
  const settings = createSettingsStore(folder, loadWriter)
  expect(settings.get()).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(settings.windowState()).toBeNull()
  for (const content of ['', '{"theme"', '[]', 'null']) {
    writeFileSync(file, content)
    expect(createSettingsStore(folder, loadWriter).get()).toEqual(defaultSettings)
  }
  expect(createSettingsStore(join(folder, 'missing'), loadWriter).windowState()).toBeNull()
})

test('a change is there at the next start, and the rest of the file is kept', async () => {
  writeFileSync(file, JSON.stringify({ theme: 'dark', lockAfterMinutes: 9 }))
  const settings = createSettingsStore(folder, loadWriter)
  await settings.rememberWindow({ bounds, isMaximized: false })
  expect(await settings.update({ lockAfterMinutes: 3 })).toEqual({
    ...defaultSettings,
    theme: 'dark',
    lockAfterMinutes: 3,
  })
  const next = createSettingsStore(folder, loadWriter)
  expect(next.get()).toEqual({ ...defaultSettings, theme: 'dark', lockAfterMinutes: 3 })
})

test('a failed write changes nothing and throws, except for the window’s place', async () => {
  writeFileSync(file, '{}')
  const full = () =>
    Promise.resolve({
      set: () => {
        throw new Error('the disk is full')
      },
    })
  const settings = createSettingsStore(folder, full)
  await expect(settings.update({ theme: 'dark' })).rejects.toThrow('full')
  expect(settings.get().theme).toBe('system')
  await settings.rememberWindow({ bounds, isMaximized: false })
  expect(settings.windowState()).toBeNull()
})

test('a writer that failed to load is loaded again', async () => {
  writeFileSync(file, '{}')
  const load = vi.fn(loadWriter).mockRejectedValueOnce(new Error('the folder can’t be read'))
  const settings = createSettingsStore(folder, load)
  settings.prepareWriting()
  await vi.waitFor(async () =>
    expect(await settings.update({ theme: 'light' })).toMatchObject({ theme: 'light' }),
  )
  expect(load).toHaveBeenCalledTimes(2)
})

test('the page’s size is there at the next start, and one out of bounds counts as the usual', async () => {
  writeFileSync(file, '{}')
  const settings = createSettingsStore(folder, loadWriter)
  expect(settings.zoomFactor()).toBe(1)
  await settings.rememberZoom(1.25)
  expect(createSettingsStore(folder, loadWriter).zoomFactor()).toBe(1.25)
  expect(settings.get()).toEqual(defaultSettings)
  for (const zoom of [0, 0.4, 3.5, -1, 'large', null]) {
    writeFileSync(file, JSON.stringify({ zoom }))
    expect(createSettingsStore(folder, loadWriter).zoomFactor()).toBe(1)
  }
})

const others: Record<string, () => void> = {
  'a link': () => {
    writeFileSync(join(folder, 'elsewhere.json'), '{"lockAfterMinutes":120}')
    symlinkSync(join(folder, 'elsewhere.json'), file)
  },
  'a folder': () => mkdirSync(file),
  'a huge file': () => writeFileSync(file, `{"lockAfterMinutes":120,"more":"${'x'.repeat(70_000)}"}`),
  ...(process.platform === 'win32' ? {} : { 'a pipe': () => void execFileSync('mkfifo', [file]) }),
}

test.each(Object.keys(others))(
  'fault 351: %s in the place of the settings is not read, and the next change puts it aside',
  async (name) => {
    others[name]?.()
    const load = vi.fn(() => {
      expect(existsSync(file)).toBe(false)
      writeFileSync(file, '{}')
      return loadWriter()
    })
    const settings = createSettingsStore(folder, load)
    expect(settings.get()).toEqual(defaultSettings)
    await settings.update({ theme: 'dark' })
    expect(load).toHaveBeenCalledOnce()
    expect(createSettingsStore(folder, loadWriter).get().theme).toBe('dark')
    expect(lstatSync(`${file}.set-aside`).isFile()).toBe(name === 'a huge file')
    if (name === 'a link')
      expect(readFileSync(join(folder, 'elsewhere.json'), 'utf8')).toBe('{"lockAfterMinutes":120}')
  },
)
