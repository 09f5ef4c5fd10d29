import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name: name.split(sep).join('/'), text: readFileSync(join(source, name), 'utf8') }))

const placesOf = (pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(200)
})

/** What is dangerous in Electron or SQLite, and the only files that may use it. */
const restricted: readonly (readonly [what: string, pattern: RegExp, allowed: readonly string[]])[] = [
  ['windows are made in one place', /new BrowserWindow\b/, ['main/electron/window.ts']],
  ['one file answers the page', /\bipcMain\b/, ['main/electron/relay.ts']],
  ['one file reaches the preload’s channel', /\bipcRenderer\b/, ['preload/preload.ts']],
  ['one file opens the browser', /\bopenExternal\b/, ['main/electron/app-handlers.ts']],
  [
    'nothing weakens a page',
    /\b(webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationInSubFrames|nodeIntegrationInWorker)\b/,
    [],
  ],
  ['no crash report leaves', /\bcrashReporter\b/, []],
  ['no key in the system’s keychain', /\bsafeStorage\b/, []],
  [
    'the database is never copied in plain text, but for the search after an erasure, in memory',
    /\.(serialize|backup|loadExtension)\(/,
    ['main/vault/features/rights/scan-pages.ts'],
  ],
  ['nothing is attached to the database', /\bATTACH\b/, []],
  ['no text becomes markup', /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/, []],
  ['nothing is fetched', /\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon)/, []],
  ['nothing is stored by the page', /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/, []],
]

test.each(restricted)('%s', (_what, pattern, allowed) => {
  expect(placesOf(pattern)).toEqual(allowed)
})

test('Electron’s version is one that is still supported', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
})
