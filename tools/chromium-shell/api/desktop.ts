import { spawn } from 'node:child_process'
import { hasDisplay } from '../engine/chromium.ts'
import { GuardedEmitter, guarded } from '../guard.ts'
import { livingContents, readyShellState } from './registry.ts'

let clipboardText = ''

/** Reads with a delay, because Electron asks the system and waits for its answer. */
const later = <T>(read: () => T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(read())))

/** Electron's `clipboard`: text within this process only; it never touches the desktop's clipboard. */
export const clipboard = guarded('clipboard', {
  writeText: (text: string): Promise<void> =>
    later(() => {
      clipboardText = text
    }),
  readText: (): Promise<string> => later(() => clipboardText),
  has: (mimetype: string): Promise<boolean> => later(() => clipboardText !== '' && mimetype === 'text/plain'),
  clear: (): void => {
    clipboardText = ''
  },
})

/** Electron's `shell`: opens addresses with the desktop's own program; without a display it only prints them. */
export const shell = guarded('shell', {
  openExternal: async (url: string): Promise<void> => {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    if (!hasDisplay()) return console.error(`[chromium-shell] ${url} was not opened, nobody can see it`)
    spawn('xdg-open', [url], { stdio: 'ignore', detached: true })
      .on('error', (cause) => console.error(`[chromium-shell] ${url} could not be opened: ${cause.message}`))
      .unref()
  },
})

const sources = ['system', 'light', 'dark'] as const
type ThemeSource = (typeof sources)[number]

/** `nativeTheme`: the colour scheme that pages see. `system` leaves it to Chromium and counts as light. */
class NativeTheme extends GuardedEmitter {
  #source: ThemeSource = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (!sources.includes(source)) throw new TypeError(`Invalid themeSource '${String(source)}'`)
    if (source === this.#source) return
    this.#source = source
    for (const contents of livingContents.values()) contents.applyTheme()
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme()

/** Electron's `powerMonitor`: knows nothing of the system; a test may emit its events. */
export const powerMonitor = new (class extends GuardedEmitter {
  constructor() {
    super('powerMonitor', 'suspend resume shutdown lock-screen unlock-screen'.split(' '))
  }
})()

/** A fixed size, because Chromium reports the size of the display only to pages. */
export const displayArea = { x: 0, y: 0, width: 1280, height: 800 }

/** Electron's `screen`: one display of 1280 by 800. */
export const screen = guarded('screen', {
  getAllDisplays: (): object[] => {
    readyShellState("The 'screen' module can't be used before the app 'ready' event")
    return [guarded('Display', { id: 1, bounds: displayArea, workArea: displayArea, scaleFactor: 1 })]
  },
})
