// Must be the first import, before any module imports `electron`.
import { givenArguments } from './hooks.ts'
import { existsSync, readFileSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './api/app.ts'
import { dialog } from './api/dialog.ts'
import { setShellState } from './api/registry.ts'
import { hasDisplay, startChromium } from './engine/chromium.ts'
import { watchTargets } from './engine/targets.ts'

function fail(line: string): never {
  console.error(`[chromium-shell] ${line}`)
  process.exit(1)
}

/** The app to run, and the modules to load before it; `--inspect` opens Node's debugger on its port. */
function readArguments(): { folder: string; required: string[] } {
  const required: string[] = []
  let folder: string | undefined
  const rest = [...givenArguments]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '-r' || argument === '--require') required.push(rest.shift() ?? '')
    else if (/^--inspect(=|$)/.test(argument)) openInspector(Number(argument.split('=')[1] ?? 9229))
    else if (!argument.startsWith('-')) folder ??= resolve(argument)
  }
  return { folder: folder ?? fail('say which app to run: electron <folder>'), required }
}

const { folder, required } = readArguments()
// As in Electron, the app goes on after an uncaught exception, unless it handles these itself.
process.on('uncaughtException', (cause) => {
  if (process.listenerCount('uncaughtException') > 1) return
  const stack = cause.stack ?? `${cause.name}: ${cause.message}`
  dialog.showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${stack}`)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())

const description = join(folder, 'package.json')
if (!existsSync(description)) fail(`there is no app at ${folder}`)
const manifest: { name?: string; productName?: string; version?: string; main?: string } = JSON.parse(
  readFileSync(description, 'utf8'),
)
app.describe({
  folder,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? process.versions['electron'] ?? '',
})
for (const path of required) createRequire(join(process.cwd(), 'main.js'))(path)

if (!hasDisplay() && !givenArguments.some((argument) => argument.startsWith('--remote-debugging-port')))
  console.log('No display found: running without windows on a screen. To see them: xvfb-run -a npm start')

try {
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href)
} catch (cause) {
  console.error(cause)
  fail('the app could not be loaded')
}
try {
  const chromium = await startChromium({
    appSwitches: app.commandLine.added,
    argumentsGiven: givenArguments,
    onCrash: fail,
  })
  Object.defineProperty(process.versions, 'chrome', { value: chromium.version, enumerable: true })
  setShellState({ chromium, targets: await watchTargets(chromium) })
} catch (cause) {
  fail(cause instanceof Error ? cause.message : String(cause))
}
app.becomeReady()
