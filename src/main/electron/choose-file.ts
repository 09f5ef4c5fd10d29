import { randomBytes } from 'node:crypto'
import { mkdirSync, rmdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { ChosenFile } from '#shared/contract/operations/files.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  filePurposes,
  type FileGrant,
  type FilePurpose,
  type FilePurposeName,
} from '#shared/files/file-purposes.ts'
import { files as words } from '#shared/i18n/en/files.ts'
import type { VaultClient } from './vault-client.ts'

interface FileChoiceParts {
  readonly window: () => BrowserWindow | null
  readonly vault: Pick<VaultClient, 'state' | 'granter'>
  readonly now: () => Date
}

/**
 * Opens the system's dialog and hands the chosen path to the vault process, bound to a purpose and a one-time token.
 * The page gets the token and a name to show. Drops the choice if the vault locked or was handed over while
 * the dialog was open. With `print`, the printed page goes to the vault process along with the path.
 */
export function createFileChoice({ window, vault, now }: FileChoiceParts) {
  return async (
    name: FilePurposeName,
    print?: (chosen: BrowserWindow) => Promise<Buffer>,
  ): Promise<ChosenFile> => {
    const purpose: FilePurpose = filePurposes[name]
    const parent = window()
    if (!parent || parent.isDestroyed() || !purpose.availableIn.includes(vault.state()))
      throw new AppError('not-available')
    const grant = vault.granter()
    const path = await ask(parent, name, purpose, now())
    if (path === null) return { kind: 'cancelled' }
    const token = randomBytes(32).toString('base64url')
    const printed = await print?.(parent)
    const given: FileGrant = { token, purpose: name, path, ...(printed && { printed }) }
    const isTaken = grant(given)
    // The vault process has a copy by now; this process outlives every lock.
    printed?.fill(0)
    if (!(await isTaken)) throw new AppError('not-available')
    return { kind: 'chosen', token, name: basename(path) || path }
  }
}

/**
 * Returns the chosen path, or null. Leaves no trace of an unchosen suggestion, and no name in a list of recent files.
 */
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
    const properties = ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'] as const
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      ...common,
      defaultPath,
      properties: [...properties],
    })
    return canceled || filePath === '' ? null : filePath
  }
  const open = async (
    defaultPath: string,
    ...kind: ('openDirectory' | 'createDirectory' | 'openFile')[]
  ): Promise<string | null> => {
    const properties = [...kind, 'dontAddToRecent' as const]
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      ...common,
      defaultPath,
      properties,
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
  if (purpose.dialog === 'open') return open(folder, 'openFile')
  if (name !== 'backup-folder') return open(folder, 'openDirectory', 'createDirectory')
  return suggestingFolder(join(folder, words.backupFolderName), (suggested) =>
    open(suggested, 'openDirectory', 'createDirectory'),
  )
}

/**
 * Creates the suggested folder while the dialog is open, because a dialog can only open in a folder that exists.
 * Removes it if it is new and not chosen. If it can't be created, the system picks where the dialog opens.
 */
async function suggestingFolder(
  suggested: string,
  choose: (suggested: string) => Promise<string | null>,
): Promise<string | null> {
  const isNew = succeeds(() => mkdirSync(suggested))
  const chosen = await choose(suggested)
  const isTaken = chosen !== null && relative(suggested, chosen) === ''
  // This fails if somebody has put something into the folder; then it stays.
  if (isNew && !isTaken) succeeds(() => rmdirSync(suggested))
  return chosen
}

function succeeds(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}

function filtersOf({ dialog: kind, extension }: FilePurpose): FileFilter[] {
  if (extension === null) return []
  const own = { name: isKnownKind(extension) ? words.kinds[extension] : extension, extensions: [extension] }
  return kind === 'open' ? [own, { name: words.allFiles, extensions: ['*'] }] : [own]
}

function isKnownKind(extension: string): extension is keyof typeof words.kinds {
  return Object.hasOwn(words.kinds, extension)
}

/** Built only from the purpose and the day, so a file name never reveals what is saved. */
function suggestedName(name: FilePurposeName, { extension }: FilePurpose, now: Date): string {
  const day = new Intl.DateTimeFormat('sv-SE').format(now)
  const stem = isNamed(name) ? words.names[name] : 'Attune'
  return `${stem} ${day}.${extension ?? 'txt'}`
}

function isNamed(name: FilePurposeName): name is keyof typeof words.names {
  return Object.hasOwn(words.names, name)
}
