import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat } from '#shared/exports/export-formats.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import type { TestVault } from '../../../testing/test-vault.ts'

/** The files that an export of a vault writes, with words unless said otherwise and with private forms, by name. */
export async function exportedFiles(
  vault: TestVault,
  formats: readonly ExportFormat[],
  { clientId = null, withWords = true }: { clientId?: string | null; withWords?: boolean } = {},
): Promise<ReadonlyMap<string, string>> {
  const place = temporaryFolder()
  const token = vault.grant('ratings-folder', place)
  const choice = { clientId, formats: [...formats], withWords, withPrivate: true, token }
  const folder = join(place, (await vault.api.exports.save(choice)).folder)
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** One of these files. */
export function exportedFile(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name)
  if (text === undefined) throw new Error(`the export has no ${name}`)
  return text
}

/** Every export makes new addresses, so they are counted in the order in which they come. */
export function numbered(bundle: string): string {
  const seen = new Map<string, number>()
  return bundle.replaceAll(/urn:uuid:[0-9a-f-]{36}/g, (url) => {
    if (!seen.has(url)) seen.set(url, seen.size)
    return `url ${seen.get(url)}`
  })
}
