import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { follow, smallApp } from './testing/run-app.ts'

const main = `
run(async () => {
  const window = new BrowserWindow()
  await window.loadURL('data:text/html,hello')
  console.log('OPEN')
  await new Promise(() => setInterval(() => undefined, 1000))
})
`

/** Starts the small app, waits until its window is open, and finds the folder that its Chromium got. */
async function openApp(given: string[] = []) {
  const app = smallApp(main)
  const before = new Set(readdirSync(tmpdir()))
  const child = app.start({ arguments: given })
  const outcome = follow(child)
  await new Promise<void>((resolve) =>
    child.stdout?.on('data', (chunk: Buffer) => chunk.includes('OPEN') && resolve()),
  )
  const { pid } = child
  if (!pid) throw new Error('the app did not start')
  // A process that ended earlier may have had the same number and left a folder behind.
  const profile = profilesOf(pid).find((name) => !before.has(name))
  if (!profile) throw new Error('the folder of Chromium was not found')
  return { app, child, outcome, pid, profile }
}

/** The processes with a text in their command line, except those that guard the profile. */
function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return line.includes(text) && !line.includes('chromium-shell-guard')
      } catch {
        return false
      }
    })
}

const profilesOf = (pid: number) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`chromium-shell-${pid}-`))

async function becomesTrue(ask: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !ask(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  return ask()
}

describe('the processes of the shell', () => {
  test('a killed shell leaves neither Chromium nor its files behind', async () => {
    const { app, child, profile, outcome } = await openApp()
    expect(processesNaming(profile).length).toBeGreaterThan(0)
    child.kill('SIGKILL')
    await outcome
    expect(
      await becomesTrue(() => processesNaming(profile).length === 0 && !existsSync(join(tmpdir(), profile))),
    ).toBe(true)
    app.remove()
  })

  test('a Chromium that crashes ends the app, which says so and leaves nothing behind', async () => {
    const { app, profile, outcome } = await openApp()
    const browser = processesNaming(profile).find((candidate) => {
      return !readFileSync(`/proc/${candidate}/cmdline`, 'utf8').includes('--type=')
    })
    if (!browser) throw new Error('Chromium was not found')
    process.kill(browser, 'SIGKILL')
    const { code, errors } = await outcome
    expect(code).toBe(1)
    expect(errors).toContain('[chromium-shell] Chromium ended unexpectedly (SIGKILL).')
    expect(await becomesTrue(() => !existsSync(join(tmpdir(), profile)))).toBe(true)
    app.remove()
  })

  test('the shell opens a debugging port only if the arguments request one', async () => {
    const closed = await openApp()
    const lines = processesNaming(closed.profile).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    expect(lines.some((line) => line.includes('--remote-debugging-pipe'))).toBe(true)
    expect(lines.some((line) => line.includes('--remote-debugging-port'))).toBe(false)
    closed.child.kill('SIGTERM')
    const { errors, code } = await closed.outcome
    expect(code).toBe(0)
    expect(errors).not.toContain('listening on')
    closed.app.remove()

    const open = await openApp(['--remote-debugging-port=0', '--inspect=0'])
    open.child.kill('SIGTERM')
    const output = (await open.outcome).errors
    expect(output).toMatch(/^DevTools listening on ws:\/\/127\.0\.0\.1/m)
    expect(output).toMatch(/^Debugger listening on ws:\/\/127\.0\.0\.1/m)
    open.app.remove()
  })

  test('a missing or failing app ends the shell with a clear line', async () => {
    const executable = `${import.meta.dirname}/electron`
    const missing = spawnSync(executable, ['/nowhere'], { encoding: 'utf8' })
    expect([missing.status, missing.stderr]).toStrictEqual([
      1,
      '[chromium-shell] there is no app at /nowhere\n',
    ])
    const failing = smallApp(`throw new Error('on purpose')`)
    const { code, errors } = await failing.run()
    expect(code).toBe(1)
    expect(errors).toContain('on purpose')
    failing.remove()
  })

  test('a Chromium that can’t be started ends the shell with a clear line and leaves no files behind', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'shell-processes-'))
    const unable = smallApp(main)
    const environment = { ATTUNE_CHROMIUM: '/nowhere/chromium', TMPDIR: temporary }
    const { code, errors } = await unable.run({ environment })
    expect(code).toBe(1)
    expect(errors).toContain('Chromium could not be started')
    expect(readdirSync(temporary)).toStrictEqual([])
    unable.remove()
    rmSync(temporary, { recursive: true })
  })

  test('without a display it says so and how to get one', async () => {
    const app = smallApp(`app.exit(0)`)
    const { output } = await app.run({ environment: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined } })
    expect(output).toContain('xvfb-run -a npm start')
    app.remove()
  })
})
