import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Checks whether a DOI belongs to the library.
 *
 * Only those open in the browser, so an address can't carry any other data out.
 */
export function createDoiCheck(evidenceFolder: string): (doi: string) => boolean {
  let known: ReadonlySet<string> | null = null
  return (doi) => {
    known ??= readDois(evidenceFolder)
    return known.has(doi)
  }
}

function readDois(folder: string): Set<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const found = files.map(
    (name) => /^doi: *["']?([^"'\s]+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1],
  )
  return new Set(found.filter((doi) => doi !== undefined))
}
