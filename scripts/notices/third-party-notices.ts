import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** The folder of the package that a module belongs to, or null for the app's own modules. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? ''
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return found?.[1] ?? null
}

function readPackage(folder: string): Package {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const field = (name: string): string => {
    const value: unknown = Object.getOwnPropertyDescriptor(manifest, name)?.value
    return typeof value === 'string' ? value : ''
  }
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$|-)/i.test(name))
  return {
    name: field('name'),
    version: field('version'),
    licence: field('license'),
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  }
}

/** The notices of packages as one text, sorted by name, each with its licence. */
export function noticesOf(folders: Iterable<string>): string {
  const packages = [...new Set(folders)]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(readPackage)
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  )
  return [
    'What others made and this part of Attune holds, with the licences they gave it under.',
    ...parts,
  ].join(`\n\n${'-'.repeat(72)}\n\n`)
}

/** Writes `third-party-notices.txt` beside the build: the licence of every package in it. */
export function thirdPartyNotices(alsoHeld: readonly string[] = []): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle() {
      const folders = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? [])
      const others = alsoHeld.map((name) => join(dirname(import.meta.dirname), '..', 'node_modules', name))
      this.emitFile({
        type: 'asset',
        fileName: 'third-party-notices.txt',
        source: noticesOf([...folders, ...others]),
      })
    },
  }
}
