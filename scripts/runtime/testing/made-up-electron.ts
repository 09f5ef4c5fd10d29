import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { executableName, wantedVersion } from '../electron-binary.ts'
import { createMemory } from '../memory.ts'
import { electronPackageFolder, repositoryFolder } from '../repository.ts'
import { createSurroundings, type Surroundings } from '../surroundings.ts'
import { zipArchive } from './zip-archive.ts'

const version = wantedVersion(electronPackageFolder)

/** A program that reports a window as the proof app does. */
export const showsWindow =
  'for word; do case $word in --user-data-dir=*) : > "${word#*=}/shown" ;; esac; done\nexit 0'

/** An archive like Electron's, whose program is a shell script of these lines. */
export function electronArchive(lines: string): Buffer {
  return zipArchive([
    { name: 'version', content: version, mode: 0o644 },
    { name: executableName(process.platform), content: `#!/bin/sh\n${lines}\n`, mode: 0o755 },
  ])
}

/** A server that replaces Electron's download server. */
export interface Mirror {
  readonly address: string
  /** How often the archive was requested. */
  readonly requests: () => number
  readonly close: () => Promise<void>
}

/** Serves an archive and its checksum, or answers the request for the archive as `answer` does. */
export async function startMirror(
  archive: Buffer,
  answer?: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Mirror> {
  let requests = 0
  const server = createServer((request, response) => {
    const name = request.url?.split('/').at(-1) ?? ''
    if (name === 'SHASUMS256.txt') {
      const checksum = createHash('sha256').update(archive).digest('hex')
      response.end(`${checksum} *electron-v${version}-${process.platform}-${process.arch}.zip\n`)
      return
    }
    requests += 1
    if (answer) answer(request, response)
    else response.end(archive)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the mirror has no port')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A machine for a test: the real installer in a package of its own, an ordinary user, a display. */
export interface Machine {
  readonly folder: string
  /** The folder that Electron is fetched to. */
  readonly packageFolder: string
  /** The printed lines. */
  readonly said: string[]
  readonly surroundings: (changes?: Partial<Surroundings>) => Surroundings
  readonly remove: () => void
}

/** Makes such a machine, which fetches Electron from `mirrorAddress`. */
export function createMachine(mirrorAddress: string): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'attune-machine-'))
  const modules = join(folder, 'node_modules')
  const packageFolder = join(modules, 'electron')
  mkdirSync(packageFolder, { recursive: true })
  for (const file of ['package.json', 'install.js', 'checksums.json'])
    cpSync(join(electronPackageFolder, file), join(packageFolder, file))
  for (const scope of ['@electron', '@electron-internal'])
    symlinkSync(join(repositoryFolder, 'node_modules', scope), join(modules, scope))
  const said: string[] = []
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: folder,
    DISPLAY: ':0',
    ELECTRON_MIRROR: mirrorAddress,
    // Settings of the installer: the test's own cache, and checksums from the mirror.
    electron_config_cache: join(folder, 'cache'),
    electron_use_remote_checksums: '1',
    NO_PROXY: '127.0.0.1',
  }
  return {
    folder,
    packageFolder,
    said,
    surroundings: (changes = {}) =>
      createSurroundings({
        environment,
        userId: 1_000,
        electronPackageFolder: packageFolder,
        memory: createMemory(join(folder, 'memory'), new Date()),
        say: (line) => said.push(line),
        ...changes,
      }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
