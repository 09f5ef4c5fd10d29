import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryFolder } from './repository.ts'

const sources = ['src', 'assets', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Whether the build is missing, older than its sources, or made for the development server. */
export function isBuildStale(folder = repositoryFolder): boolean {
  const main = join(folder, 'out/main/main.js')
  if (!existsSync(main)) return true
  // Only the protocol of the development server reads this variable. It has a looser policy for the page.
  if (readFileSync(main, 'utf8').includes('ELECTRON_RENDERER_URL')) return true
  const builtAt = statSync(main).mtimeMs
  return sources.some((source) => newestChange(join(folder, source)) > builtAt)
}

/** Builds the app; throws and shows the build's output only if that fails. */
export function build(folder = repositoryFolder): void {
  const electronVite = join(folder, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [electronVite, 'build'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The app could not be built.\n${stdout}\n${stderr}`)
}

function newestChange(path: string): number {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), mtimeMs)
}
