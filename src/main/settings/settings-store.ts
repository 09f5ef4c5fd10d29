import { lstatSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { defaultSettings, settingsSchema, type Settings } from '#shared/settings/settings.ts'
import { usualZoom, zoomFactors } from '#shared/settings/zoom.ts'

const fileName = 'settings'
/** Many times what the settings take. */
const mostBytes = 65_536

const windowStateSchema = z.strictObject({
  bounds: z.strictObject({
    x: z.int(),
    y: z.int(),
    width: z.int().min(400).max(20_000),
    height: z.int().min(300).max(20_000),
  }),
  isMaximized: z.boolean(),
})
export type WindowState = z.output<typeof windowStateSchema>

/** The content of the file. Each missing or invalid value is replaced by its default. */
const { theme, lockAfterMinutes, hidesFromCapture, foldedPanels } = settingsSchema.shape
const contentSchema = z.object({
  theme: theme.catch(defaultSettings.theme),
  lockAfterMinutes: lockAfterMinutes.catch(defaultSettings.lockAfterMinutes),
  hidesFromCapture: hidesFromCapture.catch(defaultSettings.hidesFromCapture),
  foldedPanels: foldedPanels.catch([...defaultSettings.foldedPanels]),
  window: windowStateSchema.nullable().catch(null),
  zoom: z
    .number()
    .min(Math.min(...zoomFactors))
    .max(Math.max(...zoomFactors))
    .catch(usualZoom),
})
type Content = z.output<typeof contentSchema>

/** Writes the file, whole or not at all. */
interface Writer {
  readonly set: (values: Record<string, unknown>) => void
}

/**
 * Settings that Attune stores outside the vault, in a readable file: the window's place, size and look, when it locks, whether
 * captures show it, and which panels are folded.
 *
 * Replaces any invalid value by its default, so a damaged file can't keep the app from starting or switch the lock off.
 * Neither can a link, a pipe or a huge file in its place, which is not read.
 * The first window needs three of the values and must not wait for the writer, so `loadWriter` loads that later or with
 * the first change.
 */
export function createSettingsStore(folder: string, loadWriter: () => Promise<Writer> = loadElectronStore) {
  const file = join(folder, `${fileName}.json`)
  let content = readContent(file)
  let writer: Promise<Writer> | null = null
  const loaded = (): Promise<Writer> =>
    (writer ??= loadBeside(file, loadWriter).catch((cause: unknown) => {
      // The next change tries again, and reports a failure.
      writer = null
      throw cause
    }))

  const get = (): Settings => {
    const { window: _window, zoom: _zoom, ...settings } = content
    return settings
  }

  /** Keeps what shows how the window was, if it can: without it, the next start is as usual. */
  const remember = async (change: Partial<Pick<Content, 'window' | 'zoom'>>): Promise<void> => {
    try {
      const writing = await loaded()
      writing.set(change)
      content = { ...content, ...change }
    } catch {
      // Nothing that somebody typed is lost.
    }
  }

  return {
    get,
    update: async (change: Partial<Settings>): Promise<Settings> => {
      const writing = await loaded()
      const changed = settingsSchema.parse({ ...get(), ...change })
      writing.set(changed)
      content = { ...content, ...changed }
      return get()
    },
    windowState: (): WindowState | null => content.window,
    /** Saves the window's place if it can. Ignores an unusual window size or a full disk. */
    rememberWindow: async (state: WindowState): Promise<void> => {
      const checked = windowStateSchema.safeParse(state)
      if (checked.success) await remember({ window: checked.data })
    },
    /** How much larger than usual the page was last. */
    zoomFactor: (): number => content.zoom,
    /** Saves the page's size if it can. */
    rememberZoom: (zoom: number): Promise<void> => remember({ zoom }),
    /** Loads the writer in idle time. */
    prepareWriting: (): void => void loaded().catch(() => undefined),
  }
}

function readContent(file: string): Content {
  try {
    if (isOfOtherKind(file)) return contentSchema.parse({})
    return contentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return contentSchema.parse({})
  }
}

/** Whether something lies in the place of the settings that Attune has not written. Reading a pipe would stop main for ever. */
function isOfOtherKind(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found !== undefined && (!found.isFile() || found.size > mostBytes)
}

/** Loads the writer, which reads the file too. What is of another kind keeps its content under another name. */
async function loadBeside(file: string, loadWriter: () => Promise<Writer>): Promise<Writer> {
  if (isOfOtherKind(file)) renameSync(file, `${file}.set-aside`)
  return loadWriter()
}

async function loadElectronStore(): Promise<Writer> {
  const { default: Store } = await import('electron-store')
  return new Store<Record<string, unknown>>({
    name: fileName,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
}

export type SettingsStore = ReturnType<typeof createSettingsStore>
