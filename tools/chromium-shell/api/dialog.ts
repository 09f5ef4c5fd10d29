import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, normalize, sep } from 'node:path'

import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'

import { userFolder } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { guarded } from './guard.ts'
import { readyShellState } from './registry.ts'

type Options = Partial<MessageBoxOptions & OpenDialogOptions & SaveDialogOptions>
/** The window may be left out; then the options come first. */
type Given = [Options?] | [object, Options?]

/**
 * Electron's `dialog`: nobody can see a dialog of the shell's. One for files answers with the suggested path where that
 * lies in the user's documents or downloads, any other as if it had been cancelled; each is said on the console. Tests
 * replace the functions to answer otherwise.
 */
export const dialog = guarded('dialog', {
  showOpenDialog: async (...given: Given): Promise<{ canceled: boolean; filePaths: string[] }> => {
    const path = choose('open', given)
    return { canceled: path === null, filePaths: path === null ? [] : [path] }
  },
  showSaveDialog: async (...given: Given): Promise<{ canceled: boolean; filePath: string }> => {
    const path = choose('save', given)
    return { canceled: path === null, filePath: path ?? '' }
  },
  showMessageBox: async (...given: Given): Promise<{ response: number; checkboxChecked: boolean }> => {
    const { type = 'none', message = '', buttons = [], defaultId = -1, ...options } = checked(given)
    if (!['none', 'info', 'warning', 'error', 'question'].includes(type))
      throw new TypeError('Invalid message box type')
    if (!Array.isArray(buttons)) throw new TypeError('Buttons must be an array')
    tellCancelled(`message: ${message}`)
    const named = buttons.findIndex((text) => /^(cancel|no)$/i.test(text))
    const otherwise = defaultId === 0 && buttons.length > 1 ? 1 : 0
    return { response: options.cancelId ?? (named < 0 ? otherwise : named), checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string): void => {
    console.error(`[chromium-shell] ${title}: ${content}`)
  },
})

/** The options among what was given; throws as Electron does where one has the wrong type, or before the app is ready. */
function checked([first, second]: Given): Options {
  readyShellState('dialog module can only be used after app is ready')
  const options: Options = (first instanceof BrowserWindow || first === null ? second : first) ?? {}
  const names = { title: 'Title', message: 'Message', detail: 'Detail', buttonLabel: 'Button label' }
  for (const [name, words] of Object.entries({ ...names, defaultPath: 'Default path' }))
    if (typeof (Reflect.get(options, name) ?? '') !== 'string')
      throw new TypeError(`${words} must be a string`)
  if (options.properties && !Array.isArray(options.properties))
    throw new TypeError('Properties must be an array')
  return options
}

function choose(kind: 'save' | 'open', given: Given): string | null {
  const path = unseenChoice(kind, checked(given))
  if (path === null) tellCancelled(kind)
  else console.error(`[chromium-shell] a dialog was answered with ${path}, nobody can see it (${kind})`)
  return path
}

function tellCancelled(what: string): void {
  console.error(`[chromium-shell] a dialog was cancelled, nobody can see it (${what})`)
}

/**
 * What a dialog that nobody can see answers in the user's place: the suggested path, where it lies in the documents
 * or downloads folder and a new file would replace none; null, for cancelled, otherwise. A folder is made.
 */
function unseenChoice(kind: 'save' | 'open', { defaultPath = '', properties }: Options): string | null {
  const path = normalize(defaultPath)
  const isOwn = ['documents', 'downloads'].some((name) => path.startsWith(`${userFolder(name)}${sep}`))
  if (!isAbsolute(path) || !isOwn) return null
  const isFolder = kind === 'open' && (properties?.includes('openDirectory') ?? false)
  if (kind === 'open' && !isFolder) return existsSync(path) && statSync(path).isFile() ? path : null
  mkdirSync(isFolder ? path : dirname(path), { recursive: true })
  return isFolder || !existsSync(path) ? path : null
}
