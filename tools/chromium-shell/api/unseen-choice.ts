import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, normalize, parse, relative, sep } from 'node:path'

import { Paths } from './paths.ts'

/** What of a file dialog's options matters to whoever answers it unseen. */
export type ChoiceOptions = { defaultPath?: string; properties?: readonly string[] }

/**
 * What a dialog that nobody can see answers in the user's place: the suggested path, where it lies in the documents
 * or downloads folder; null, for cancelled, where it doesn't.
 *
 * A new file never takes the name of one that is there, since nobody can be asked; a folder is made.
 */
export function unseenChoice(kind: 'save' | 'open', options: ChoiceOptions): string | null {
  const { defaultPath } = options
  if (defaultPath === undefined || !isAbsolute(defaultPath)) return null
  const path = normalize(defaultPath)
  if (!isInUserFolders(path)) return null
  if (kind === 'save') {
    mkdirSync(dirname(path), { recursive: true })
    return freeName(path)
  }
  if (!options.properties?.includes('openDirectory')) return isFile(path) ? path : null
  mkdirSync(path, { recursive: true })
  return path
}

function isInUserFolders(path: string): boolean {
  const paths = new Paths(() => '')
  return ['documents', 'downloads'].some((name) => isWithin(real(path), real(paths.get(name))))
}

/** As the file system spells what there is of it, so that a link leads nowhere else. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(real(above), basename(path))
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function freeName(path: string): string {
  const { dir, name, ext } = parse(path)
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : join(dir, `${name} (${number})${ext}`)
    if (!existsSync(candidate)) return candidate
  }
}
