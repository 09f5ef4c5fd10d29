import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, normalize, sep } from 'node:path'
import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { userFolder } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { guarded } from '../guard.ts'
import { readyShellState } from './registry.ts'

type Options = Partial<MessageBoxOptions & OpenDialogOptions & SaveDialogOptions>
/** The window may be left out; then the options come first. */
type Given = [Options?] | [object, Options?]

/**
 * Electron's `dialog`, without visible dialogs. A dialog for files returns the suggested path if that is in the user's
 * documents or downloads; any other returns as cancelled. The shell prints each on the console. Tests replace the
 * functions for other answers.
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

/** The options among the arguments. Throws like Electron if one has the wrong type or the app isn't ready. */
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
 * Answers an invisible dialog for the user: the suggested path, if it is in the documents or downloads folder and a
 * new file would replace none; otherwise null, for cancelled. Creates a folder.
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
