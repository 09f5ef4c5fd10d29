import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { ChosenFile } from '#shared/contract/operations/files.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  filePurposes,
  type FileGrant,
  type FilePurpose,
  type FilePurposeName,
} from '#shared/files/file-purposes.ts'
import { english } from '#shared/i18n/en/index.ts'
import type { VaultClient } from './vault-client.ts'

const words = english.files

interface FileChoiceParts {
  readonly window: () => BrowserWindow | null
  readonly vault: Pick<VaultClient, 'state' | 'granter'>
  readonly now: () => Date
}

/**
 * Opens the system's dialog and hands what was chosen to the vault process, bound to a purpose and a one-time token;
 * the page gets the token and a name to show. Dropped where the vault locked while the dialog was open.
 */
export function createFileChoice({ window, vault, now }: FileChoiceParts) {
  return async (name: FilePurposeName): Promise<ChosenFile> => {
    const purpose: FilePurpose = filePurposes[name]
    const parent = window()
    if (!parent || parent.isDestroyed() || !purpose.availableIn.includes(vault.state()))
      throw new AppError('not-available')
    const grant = vault.granter()
    const path = await ask(parent, name, purpose, now())
    if (path === null) return { kind: 'cancelled' }
    const token = randomBytes(32).toString('base64url')
    const given: FileGrant = { token, purpose: name, path }
    if (!grant(given)) throw new AppError('not-available')
    return { kind: 'chosen', token, name: basename(path) || path }
  }
}

async function ask(
  parent: BrowserWindow,
  name: FilePurposeName,
  purpose: FilePurpose,
  now: Date,
): Promise<string | null> {
  const folder = app.getPath('documents')
  const common = { title: words.titles[name], filters: filtersOf(purpose) }
  if (purpose.dialog === 'save') {
    const defaultPath = join(folder, suggestedName(name, purpose, now))
    const properties = ['createDirectory' as const, 'showOverwriteConfirmation' as const]
    const { canceled, filePath } = await dialog.showSaveDialog(parent, { ...common, defaultPath, properties })
    return canceled || filePath === '' ? null : filePath
  }
  const properties =
    purpose.dialog === 'folder'
      ? ['openDirectory' as const, 'createDirectory' as const]
      : ['openFile' as const]
  const defaultPath = purpose.dialog === 'folder' ? join(folder, words.backupFolderName) : folder
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, { ...common, defaultPath, properties })
  return canceled ? null : (filePaths[0] ?? null)
}

function filtersOf({ dialog: kind, extension }: FilePurpose): FileFilter[] {
  if (extension === null) return []
  const own = { name: isKnownKind(extension) ? words.kinds[extension] : extension, extensions: [extension] }
  return kind === 'open' ? [own, { name: words.allFiles, extensions: ['*'] }] : [own]
}

function isKnownKind(extension: string): extension is keyof typeof words.kinds {
  return Object.hasOwn(words.kinds, extension)
}

/** Made here alone, of the purpose and the day: what is being saved never shows in a file's name. */
function suggestedName(name: FilePurposeName, { extension }: FilePurpose, now: Date): string {
  const day = new Intl.DateTimeFormat('sv-SE').format(now)
  const stem = isNamed(name) ? words.names[name] : 'Attune'
  return `${stem} ${day}.${extension ?? 'txt'}`
}

function isNamed(name: FilePurposeName): name is keyof typeof words.names {
  return Object.hasOwn(words.names, name)
}
