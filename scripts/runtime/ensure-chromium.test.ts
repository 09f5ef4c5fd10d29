import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { ensureChromium } from './ensure-chromium.ts'
import { findChromiums } from './find-chromium.ts'
import { createMemory } from './memory.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'

const snap = 'echo "Command \'$0\' requires the chromium snap to be installed." >&2\nexit 1'
// A real Chromium starts slowly on a busy machine.
const chromiumMilliseconds = 60_000
const systemPath = process.env['PATH'] ?? ''

let folder: string
let programs: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-chromium-'))
  programs = join(folder, 'bin')
  mkdirSync(programs)
  said = []
  // Hides the browsers that Playwright has fetched on this machine.
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'browsers'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function program(name: string, lines: string): string {
  const path = join(programs, name)
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
  return path
}

/** A machine with the test's programs and those that a shell needs, without the system's Chromium. */
function machine(changes: Partial<Surroundings> = {}, variables: NodeJS.ProcessEnv = {}): Surroundings {
  const tools = join(folder, 'tools')
  if (!existsSync(tools)) {
    mkdirSync(tools)
    for (const name of ['sh', 'dirname', 'readlink', 'cat', 'chmod', 'echo', 'kill'])
      for (const place of ['/bin', '/usr/bin'])
        if (existsSync(join(place, name)) && !existsSync(join(tools, name)))
          symlinkSync(join(place, name), join(tools, name))
  }
  return createSurroundings({
    environment: { HOME: folder, PATH: `${programs}:${tools}`, ATTUNE_NODE: process.execPath, ...variables },
    userId: 1_000,
    memory: createMemory(join(folder, 'memory'), new Date()),
    say: (line) => said.push(line),
    unseen: true,
    ...changes,
  })
}

async function realChromium(): Promise<string> {
  return ensureChromium(
    createSurroundings({ environment: { ...process.env, PATH: systemPath }, unseen: true }),
  )
}

async function adviceOf(asked: Promise<string>): Promise<string> {
  return asked.then(
    (path) => `${path} was taken`,
    (cause: unknown) => (cause instanceof Error ? cause.message : ''),
  )
}

describe('the Chromium for the stand-in', () => {
  test('is the one that is configured, otherwise those on the path in order, each file once', async () => {
    expect(await findChromiums({ ATTUNE_CHROMIUM: '/named/chromium', PATH: programs })).toStrictEqual([
      '/named/chromium',
    ])
    expect(await findChromiums({ PATH: programs })).toStrictEqual([])
    writeFileSync(join(programs, 'chromium'), '')
    expect(await findChromiums({ PATH: programs })).toStrictEqual([])
    program('google-chrome-stable', 'exit 0')
    symlinkSync(join(programs, 'google-chrome-stable'), join(programs, 'google-chrome'))
    program('chromium-browser', 'exit 0')
    expect(await findChromiums({ PATH: `/nowhere:${programs}` })).toStrictEqual(
      ['chromium-browser', 'google-chrome'].map((name) => join(programs, name)),
    )
  })

  test(
    'is the first that shows a window; a pointer to a snap is skipped',
    async () => {
      program('chromium', snap)
      const real = program('google-chrome', `exec '${await realChromium()}' "$@"`)
      expect(await ensureChromium(machine({ userId: process.getuid?.(), aptSystem: 'ubuntu' }))).toBe(real)
    },
    chromiumMilliseconds,
  )

  test(
    'is installed as root on Debian, and on Ubuntu not from its package, which is a snap',
    async () => {
      const copy = `cat > '${programs}/chromium' <<'END'\n#!/bin/sh\nexec '${await realChromium()}' "$@"\nEND\nchmod +x '${programs}/chromium'`
      program(
        'apt-get',
        `case "$*" in *"install -y --no-install-recommends chromium chromium-sandbox") ${copy} ;; esac`,
      )
      expect(await ensureChromium(machine({ userId: 0, aptSystem: 'debian' }))).toBe(
        join(programs, 'chromium'),
      )
      expect(said[0]).toMatch(/^Installing Chromium, .*apt-get .* chromium chromium-sandbox$/)

      program('chromium', snap)
      program('npx', copy)
      expect(await ensureChromium(machine({ userId: 0, aptSystem: 'ubuntu' }))).toBe(
        join(programs, 'chromium'),
      )
      expect(said[1]).toMatch(/: npx playwright install --with-deps --no-shell chromium$/)
    },
    chromiumMilliseconds,
  )

  test('if there is none, the error names the command that installs one', async () => {
    program('apt-get', 'exit 100')
    expect(await adviceOf(ensureChromium(machine({ userId: 0, aptSystem: 'debian' })))).toMatch(
      /\nRun: apt-get .* chromium/,
    )
    expect(await adviceOf(ensureChromium(machine({ aptSystem: 'debian' })))).toMatch(
      /\nRun: sudo sh -c 'apt-get .* chromium/,
    )
    expect(await adviceOf(ensureChromium(machine({ aptSystem: 'ubuntu' })))).toMatch(
      /\nRun: npx playwright install --with-deps/,
    )
    expect(await adviceOf(ensureChromium(machine({ aptSystem: undefined })))).toMatch(
      /\nInstall Chromium or Chrome, or set/,
    )
    expect(said).toHaveLength(1)
  })

  test.each([
    [
      'has no sandbox',
      'echo "FATAL: No usable sandbox!" >&2; kill -TRAP $$',
      'debian',
      /chromium-sandbox' \(/,
    ],
    ['has no sandbox', 'echo "FATAL: No usable sandbox!" >&2; kill -TRAP $$', 'ubuntu', /apparmor_restrict/],
    [
      'lacks a library',
      'echo "$0: error while loading shared libraries: libnss3.so: no such file" >&2; exit 127',
      'ubuntu',
      /lacks the library libnss3\.so\.\nRun: sudo sh -c 'npx playwright install-deps chromium'/,
    ],
    [
      'is a snap',
      snap,
      'ubuntu',
      /is a snap, which does not run here\.\n[^\n]+\nRun: npx playwright install/,
    ],
    [
      "can't open the display",
      'echo "Missing X server or \\$DISPLAY" >&2; exit 1',
      'debian',
      /\nTo run without a display: unset DISPLAY WAYLAND_DISPLAY$/,
    ],
    ['ends at once', 'exit 5', 'debian', /ends without showing a window .*\nTo install another: sudo sh -c/],
  ] as const)('that is there but %s is named with what to do', async (_, lines, system, advice) => {
    const path = program('chromium', lines)
    const message = await adviceOf(ensureChromium(machine({ aptSystem: system })))
    expect(message.startsWith(`${path} `)).toBe(true)
    expect(message).toMatch(advice)
  })

  test('that hangs costs a bounded time in all, and none once each has been tried that day', async () => {
    const hangs = `echo "$0" >> '${folder}/starts'\nexec /bin/sleep 300`
    const first = program('chromium', hangs)
    const second = program('google-chrome', hangs)
    const limited = machine({ chromiumMilliseconds: 2_000 })
    const starts = (): string[] => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n')

    const started = performance.now()
    const message = await adviceOf(ensureChromium(limited))
    expect(performance.now() - started).toBeLessThan(4_000)
    expect(message).toContain(`${first} showed no window within 2 s.`)
    expect(message).toContain(`${second} was not tried, because the others took all the time`)
    expect(starts()).toStrictEqual([first])

    await adviceOf(ensureChromium(limited))
    expect(starts()).toStrictEqual([first, second])

    const startedAgain = performance.now()
    expect(await adviceOf(ensureChromium(limited))).toMatch(
      /chromium showed no window within 2 s earlier today; to try again, remove \S+\/memory\.\n/,
    )
    expect(performance.now() - startedAgain).toBeLessThan(1_000)
    expect(starts()).toStrictEqual([first, second])
  })
})
