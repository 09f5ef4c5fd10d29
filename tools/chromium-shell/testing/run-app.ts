import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { vi } from 'vitest'

// Starting a Chromium takes a second, and many seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** The result of a small app's run. */
export type Outcome = {
  code: number | null
  output: string
  errors: string
  /** The values that the app's main module passed to `report(name, value)`, as JSON. */
  reports: Record<string, unknown>
}

/** A small app in its own folder. */
export type SmallApp = {
  folder: string
  userData: string
  /** Starts the app and waits for its end; kills it after 40 seconds, which the outcome shows. */
  run: (options?: { arguments?: string[]; environment?: NodeJS.ProcessEnv }) => Promise<Outcome>
  /** Starts the app without waiting; the caller ends it. */
  start: (options?: { arguments?: string[] }) => ReturnType<typeof spawn>
  remove: () => void
}

const executable = join(import.meta.dirname, '../electron')

// Every app can report, and exits if its work failed, so that a test never waits in vain.
const prelude = `
const { app, BrowserWindow } = require('electron')
require('electron').protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const report = (name, value) => console.log('REPORT ' + JSON.stringify([name, value === undefined ? null : value]))
const messageOf = (work) => { try { return 'no error: ' + String(work()) } catch (error) { return error.message } }
const run = (work) => app.whenReady().then(work).then(() => app.exit(0), (error) => { console.error(error); app.exit(1) })
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (ask) => { for (let tries = 0; tries < 100; tries += 1) { const value = await ask(); if (value) return value; await wait(20) } throw new Error('waited in vain for ' + ask) }
`

/** Writes a small app to a temporary folder; `main` is CommonJS that can use `report`, `messageOf`, `run` and `until`. */
export function smallApp(main: string, files: Record<string, string> = {}): SmallApp {
  const folder = mkdtempSync(join(tmpdir(), 'small-app-'))
  const manifest = { name: 'small-app', productName: 'Small App', version: '1.2.3', main: 'main.cjs' }
  const all = { 'package.json': JSON.stringify(manifest), 'main.cjs': prelude + main, ...files }
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const userData = join(folder, 'user-data')
  return {
    folder,
    userData,
    start: (options = {}) => spawnFor(folder, userData, options),
    run: (options = {}) => follow(spawnFor(folder, userData, options)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Writes a small app, runs it to its end and removes it. */
export async function runApp(
  main: string,
  files: Record<string, string> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const app = smallApp(main, files)
  try {
    return await app.run({ environment })
  } finally {
    app.remove()
  }
}

function spawnFor(
  folder: string,
  userData: string,
  options: { arguments?: string[]; environment?: NodeJS.ProcessEnv },
): ReturnType<typeof spawn> {
  return spawn(executable, [folder, `--user-data-dir=${userData}`, ...(options.arguments ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment },
  })
}

/** Collects the output of a process until it ends. */
export function follow(child: ReturnType<typeof spawn>): Promise<Outcome> {
  let output = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const timer = setTimeout(() => child.kill('SIGKILL'), 40_000)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output, errors, reports: readReports(output) })
    }),
  )
}

function readReports(output: string): Record<string, unknown> {
  const lines = output.split('\n').filter((line) => line.startsWith('REPORT '))
  return Object.fromEntries(lines.map((line) => JSON.parse(line.slice('REPORT '.length))))
}
