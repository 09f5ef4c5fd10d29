import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A text in every encoding in which a program may have written it to a file. */
function spellingsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8')
  // Base64 depends on the number of bytes before the text; the parts that those bytes change are cut off.
  const base64 = [0, 1, 2].map((shift) => {
    const written = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    return Buffer.from(written.slice(shift === 0 ? 0 : 4, -4), 'latin1')
  })
  const escaped = Buffer.from(encodeURIComponent(text), 'latin1')
  return [utf8, Buffer.from(text, 'utf16le'), ...base64, escaped]
}

/** The files in these folders that contain a text in any common encoding. */
export function filesWith(text: string, folders: readonly string[]): string[] {
  const spellings = spellingsOf(text)
  return folders.flatMap(filesBelow).filter((file) => {
    const content = unlessOutOfReach(file, (path) => readFileSync(path))
    return content !== undefined && spellings.some((spelling) => content.includes(spelling))
  })
}

function filesBelow(folder: string): string[] {
  const entries = unlessOutOfReach(folder, (path) => readdirSync(path, { withFileTypes: true })) ?? []
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

/**
 * What was read, or nothing if it is gone, because files and folders of a running program come and go, or if it is
 * another user's, who alone may read it.
 */
function unlessOutOfReach<T>(path: string, read: (path: string) => T): T | undefined {
  try {
    return read(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'ENOENT' || (code === 'EACCES' && isOfAnother(path))) return undefined
    throw cause
  }
}

function isOfAnother(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.uid !== process.getuid?.()
}
