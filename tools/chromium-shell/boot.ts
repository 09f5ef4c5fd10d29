import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { app } from './api/app.ts'
import { dialog } from './api/dialog.ts'
import { watchDownloads } from './api/downloads.ts'
import { takePopup, watchWindowWishes } from './api/popups.ts'
import { setShellState } from './api/shell-state.ts'
import { hasDisplay, startChromium } from './engine/chromium.ts'
import { givenArguments } from './engine/given-arguments.ts'
import { watchTargets } from './engine/targets.ts'

function fail(line: string): never {
  console.error(`[chromium-shell] ${line}`)
  process.exit(1)
}

function appFolder(): string {
  const takesValue = new Set(['-r', '--require'])
  const given = process.argv.slice(1).find((argument, index, all) => {
    return !argument.startsWith('-') && !takesValue.has(all[index - 1] ?? '')
  })
  if (given === undefined) fail('say which app to run: electron <folder>')
  return resolve(given)
}

// As Electron: the app goes on, unless it handles uncaught exceptions in its own way.
process.on('uncaughtException', (cause) => {
  if (process.listenerCount('uncaughtException') > 1) return
  const stack = cause.stack ?? `${cause.name}: ${cause.message}`
  dialog.showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${stack}`)
})

const folder = appFolder()
const isFolder = existsSync(folder) && statSync(folder).isDirectory()
const description = isFolder ? join(folder, 'package.json') : undefined
if (description ? !existsSync(description) : !existsSync(folder)) fail(`there is no app at ${folder}`)
const manifest: { name?: string; productName?: string; version?: string; main?: string } = description
  ? JSON.parse(readFileSync(description, 'utf8'))
  : {}
const entry = isFolder ? join(folder, manifest.main ?? 'index.js') : folder

app.describe({
  folder,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? process.versions['electron'] ?? '',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
watchWindowWishes()

if (!hasDisplay() && !givenArguments.some((argument) => argument.startsWith('--remote-debugging-port')))
  console.log('No display found: running without windows on a screen. To see them: xvfb-run -a npm start')

try {
  await import(pathToFileURL(entry).href)
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
  Object.defineProperty(process.versions, 'chrome', {
    value: chromium.version,
    enumerable: true,
    configurable: true,
  })
  setShellState({ chromium, targets: await watchTargets(chromium, takePopup) })
  watchDownloads(chromium)
} catch (cause) {
  fail(cause instanceof Error ? cause.message : String(cause))
}
app.becomeReady()
