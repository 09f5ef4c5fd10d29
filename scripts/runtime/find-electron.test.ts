import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

import { executableName } from './electron-binary.ts'
import { findElectron } from './find-electron.ts'
import { createMemory } from './memory.ts'
import { isRunning } from './testing/is-running.ts'
import { createMadeUpXvfb, madeUpDisplay } from './testing/made-up-display.ts'
import {
  createMachine,
  electronArchive,
  showsWindow,
  startMirror,
  type Machine,
  type Mirror,
} from './testing/made-up-electron.ts'

let mirror: Mirror
let machine: Machine
async function prepare(
  archive: Buffer,
  answer?: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  mirror = await startMirror(archive, answer)
  machine = createMachine(mirror.address)
}
afterEach(async () => {
  machine.remove()
  await mirror.close()
})

/** What a remembered failure adds to its reason. */
const tryAgain = /^(.+) earlier today; to try again, remove \S+\/memory$/

/** Returns why Electron was not used; fails if it was. */
async function reasonFor(changes?: Parameters<Machine['surroundings']>[0]): Promise<string> {
  const found = await findElectron(machine.surroundings(changes))
  if (found.works) throw new Error('Electron was taken')
  return found.reason
}

describe("Electron's binary, fetched from its server", () => {
  test('is used when it shows a window, and is neither fetched nor tried again that day', async () => {
    await prepare(electronArchive(`echo started >> "$HOME/starts"\n${showsWindow}`))
    for (let start = 0; start < 2; start += 1) {
      const found = await findElectron(machine.surroundings())
      expect(found).toMatchObject({
        works: true,
        display: 'own',
        binary: { dist: join(machine.packageFolder, 'dist') },
      })
    }
    expect(mirror.requests()).toBe(1)
    expect(readFileSync(join(machine.folder, 'starts'), 'utf8')).toBe('started\n')
    expect(machine.said[0]).toMatch(/^Fetching Electron \d/)
  })

  test.each([
    ['ends at once', 'exit 3', 'ends without showing a window (exit code 3)'],
    ['ends well, but shows nothing', 'exit 0', 'ends without showing a window (exit code 0)'],
    [
      'is stopped by its check for root',
      'echo "[1:FATAL:electron_main_delegate.cc] Running as root without --no-sandbox is not supported." >&2\nkill -TRAP $$',
      'does not start as root',
    ],
    [
      'may not create user namespaces',
      'echo "The SUID sandbox helper binary was found, but is not configured correctly." >&2\nkill -TRAP $$',
      "can't set up its sandbox here (this user may make no user namespaces)",
    ],
    [
      'lacks a library',
      'echo "$0: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127',
      'lacks the library libnss3.so',
    ],
    [
      'finds no display',
      'echo "ERROR:ozone_platform_x11.cc: Missing X server or \\$DISPLAY" >&2\nkill -SEGV $$',
      "can't open the display",
    ],
    ['crashes', 'kill -SEGV $$', 'crashes (SIGSEGV)'],
  ])('is passed over when it %s', async (_, lines, reason) => {
    await prepare(electronArchive(lines))
    expect(await reasonFor()).toBe(reason)
    expect(await reasonFor()).toBe(reason)
    expect(mirror.requests()).toBe(1)
  })

  test('is skipped when it hangs, and all that it started ends', async () => {
    await prepare(electronArchive('sleep 300 & echo $! > "$HOME/child"\nwait'))
    expect(await reasonFor({ proofMilliseconds: 700 })).toBe('showed no window within 1 s')
    const child = Number(readFileSync(join(machine.folder, 'child'), 'utf8'))
    await expect.poll(() => isRunning(child)).toBe(false)
  })

  test('is tried again for another user, on another display, or once it has changed', async () => {
    await prepare(electronArchive(`echo started >> "$HOME/starts"\n${showsWindow}`))
    const { environment } = machine.surroundings()
    await findElectron(machine.surroundings())
    await findElectron(machine.surroundings({ userId: 1_001 }))
    await findElectron(machine.surroundings({ environment: { ...environment, DISPLAY: ':1' } }))
    const executable = join(machine.packageFolder, 'dist', executableName(process.platform))
    writeFileSync(executable, `${readFileSync(executable, 'utf8')}# changed\n`)
    await findElectron(machine.surroundings())
    expect(readFileSync(join(machine.folder, 'starts'), 'utf8')).toBe('started\n'.repeat(4))
  })

  test('is tried on a virtual display if there is no other, and the display ends after the try', async () => {
    await prepare(electronArchive(`[ "$DISPLAY" = ${madeUpDisplay} ] || exit 1\n${showsWindow}`))
    createMadeUpXvfb(machine.folder)
    const { environment } = machine.surroundings()
    const { DISPLAY: _, ...without } = environment
    const path = `${machine.folder}:${environment['PATH']}`
    const found = await findElectron(
      machine.surroundings({ environment: { ...without, PATH: path }, platform: 'linux' }),
    )
    expect(found).toMatchObject({ works: true, display: 'virtual' })
    const display = join(machine.folder, 'display')
    if (existsSync(display))
      await expect.poll(() => isRunning(Number(readFileSync(display, 'utf8')))).toBe(false)

    writeFileSync(join(machine.folder, 'Xvfb'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const memory = createMemory(join(machine.folder, 'fresh'), new Date())
    expect(await reasonFor({ environment: { ...without, PATH: path }, platform: 'linux', memory })).toBe(
      "has no display here, and Xvfb can't be started",
    )
  })

  test('that hangs is tried again the next day, or with clearly more time, and says how to try sooner', async () => {
    await prepare(electronArchive(`echo started >> "$HOME/starts"\nexec sleep 300`))
    const tryOn = async (day: string, proofMilliseconds: number): Promise<string> => {
      const memory = createMemory(join(machine.folder, 'memory'), new Date(`${day}T12:00:00Z`))
      return reasonFor({ memory, proofMilliseconds })
    }
    const starts = (): number => readFileSync(join(machine.folder, 'starts'), 'utf8').split('\n').length - 1
    const reason = 'showed no window within 1 s'
    expect(await tryOn('2026-03-01', 700)).toBe(reason)
    for (const offered of [700, 800, 400])
      expect(tryAgain.exec(await tryOn('2026-03-01', offered))?.[1]).toBe(reason)
    expect(starts()).toBe(1)
    expect(await tryOn('2026-03-01', 1_000)).toBe(reason)
    expect(starts()).toBe(2)
    expect(await tryOn('2026-03-02', 700)).toBe(reason)
    expect(starts()).toBe(3)
    expect(mirror.requests()).toBe(1)
  })

  test.each([
    ['its sandbox', 'echo "No usable sandbox!" >&2\nkill -TRAP $$'],
    ['a library', 'echo "error while loading shared libraries: libnss3.so: none" >&2\nexit 127'],
    ['the display', 'echo "cannot open display" >&2\nexit 1'],
    ['something unknown', 'exit 3'],
  ])('is used as soon as %s no longer stops it, also on the same day', async (_, lines) => {
    await prepare(electronArchive(`if [ ! -e "$HOME/mended" ]; then\n${lines}\nfi\n${showsWindow}`))
    expect(await reasonFor()).not.toMatch(tryAgain)
    writeFileSync(join(machine.folder, 'mended'), '')
    expect(await findElectron(machine.surroundings())).toMatchObject({ works: true })
  })

  test('is used without remembering if nothing can be written', async () => {
    await prepare(electronArchive(showsWindow))
    writeFileSync(join(machine.folder, 'no-folder'), '')
    const memory = createMemory(join(machine.folder, 'no-folder/memory'), new Date())
    expect(await findElectron(machine.surroundings({ memory }))).toMatchObject({ works: true })
    expect(await findElectron(machine.surroundings({ memory }))).toMatchObject({ works: true })
  })
})

describe("Electron's binary that can't be fetched", () => {
  test.each<[string, string, (request: IncomingMessage, response: ServerResponse) => void]>([
    [
      'the server refuses',
      'could not be fetched (the server answered 503)',
      (_, response) => response.writeHead(503).end(),
    ],
    [
      'the server closes the connection',
      "could not be fetched (the server can't be reached)",
      (request) => request.socket.destroy(),
    ],
    [
      'the connection breaks off in the middle',
      'could not be fetched (the connection broke off)',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('PK')
        setTimeout(() => request.socket.destroy(), 50)
      },
    ],
    [
      'something else arrives',
      'could not be fetched (what arrived is not what was expected)',
      (_, response) => response.end('Please sign in to this network'),
    ],
  ])('is passed over when %s, and not asked for again that day', async (_, reason, answer) => {
    await prepare(electronArchive(showsWindow), answer)
    expect(await reasonFor()).toBe(reason)
    expect(tryAgain.exec(await reasonFor())?.[1]).toBe(reason)
    expect(mirror.requests()).toBe(1)
    expect(existsSync(join(machine.packageFolder, 'path.txt'))).toBe(false)
  })

  test('is skipped when the archive ends early', async () => {
    const whole = electronArchive(showsWindow)
    await prepare(whole.subarray(0, whole.length / 2))
    expect(await reasonFor()).toMatch(/^could not be fetched \(.+\)$/)
    expect(existsSync(join(machine.packageFolder, 'path.txt'))).toBe(false)
  })

  test('is skipped within the time limit when the server does not answer', async () => {
    await prepare(electronArchive(showsWindow), () => undefined)
    const started = performance.now()
    const reason = await reasonFor({ quietMilliseconds: 800 })
    expect(reason).toBe('could not be fetched (nothing came for 1 s)')
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('is cut off when it arrives too slowly, and fetched again by a caller with more time', async () => {
    const archive = electronArchive(showsWindow)
    let isSlow = true
    await prepare(archive, (request, response) => {
      if (!isSlow) return response.end(archive)
      const drip = setInterval(() => response.write('P'), 50)
      return request.socket.once('close', () => clearInterval(drip))
    })
    const short = { timeoutMilliseconds: 6_000, proofMilliseconds: 1_000 }
    expect(await reasonFor(short)).toBe('could not be fetched within 5 s')
    const remembered = await reasonFor({ ...short, timeoutMilliseconds: 6_100 })
    expect(tryAgain.exec(remembered)?.[1]).toBe('could not be fetched within 5 s')
    expect(mirror.requests()).toBe(1)
    isSlow = false
    expect(await findElectron(machine.surroundings())).toMatchObject({ works: true })
  })

  test('is not requested as root, without a display, or if the user wants no download', async () => {
    await prepare(electronArchive(showsWindow))
    const { environment } = machine.surroundings()
    expect(await reasonFor({ platform: 'linux', userId: 0 })).toBe('does not start as root')
    const noDisplay = { PATH: '/nowhere', HOME: machine.folder }
    expect(await reasonFor({ platform: 'linux', environment: noDisplay })).toBe(
      'has no display here, nor a virtual one (Xvfb)',
    )
    const unwanted = { ...environment, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
    expect(await reasonFor({ environment: unwanted })).toBe(
      'is not fetched (ELECTRON_SKIP_BINARY_DOWNLOAD is set)',
    )
    expect(mirror.requests()).toBe(0)
  })
})

describe("Electron's binary that is incomplete", () => {
  async function fetchWhole(): Promise<void> {
    await prepare(electronArchive(showsWindow))
    expect(await findElectron(machine.surroundings())).toMatchObject({ works: true })
  }
  const inPackage = (path: string): string => join(machine.packageFolder, path)

  test.each<[string, () => void]>([
    ['its executable is missing', () => rmSync(inPackage('dist/electron'))],
    ['its executable is empty', () => writeFileSync(inPackage('dist/electron'), '')],
    ['its executable ends in the middle', () => writeFileSync(inPackage('dist/electron'), '\u007fELF\u0002')],
    ['it is of another version', () => writeFileSync(inPackage('dist/version'), '1.2.3')],
    ['the note of its end is missing', () => rmSync(inPackage('path.txt'))],
  ])('is fetched again where %s', async (_, damage) => {
    await fetchWhole()
    damage()
    const memory = createMemory(join(machine.folder, 'fresh'), new Date())
    rmSync(join(machine.folder, 'cache'), { recursive: true })
    expect(await findElectron(machine.surroundings({ memory }))).toMatchObject({ works: true })
    expect(mirror.requests()).toBe(2)
    expect(existsSync(inPackage('dist.before'))).toBe(false)
  })

  test('stays unchanged if it no longer runs and no other can be fetched', async () => {
    await prepare(electronArchive(showsWindow), (_, response) => response.writeHead(404).end())
    mkdirSync(inPackage('dist'))
    const { version }: { version: string } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8'))
    writeFileSync(inPackage('dist/version'), version)
    writeFileSync(inPackage('dist/electron'), '#!/bin/sh\nexit 9\n', { mode: 0o755 })
    writeFileSync(inPackage('path.txt'), 'electron')
    expect(await reasonFor()).toBe('ends without showing a window (exit code 9)')
    expect(readFileSync(inPackage('dist/electron'), 'utf8')).toContain('exit 9')
  })
})
