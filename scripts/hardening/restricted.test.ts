import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { placesOf, restrictions, type SourceFile } from './restricted.ts'

const source = join(import.meta.dirname, '../../src')
const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes(`testing${sep}`))
  .map((name) => ({ name: name.split(sep).join('/'), text: readFileSync(join(source, name), 'utf8') }))
const textOf = (name: string): string => files.find((file) => file.name === name)?.text ?? ''

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(200)
})

test.each(restrictions)('$what', (restriction) => {
  expect(placesOf(restriction, files)).toEqual(restriction.allowed)
})

test.each(restrictions)('planted: $what', (restriction) => {
  const planted = { name: 'main/vault/planted.ts', text: `// nothing else\n${restriction.planted}\n` }
  expect(placesOf(restriction, [planted])).toEqual([planted.name])
})

test('the one window is made as the checklist says (2, 3, 4, 11) and fetches no dictionary', () => {
  const [, preferences = ''] = /webPreferences: \{([^}]*)\}/.exec(textOf('main/electron/window.ts')) ?? []
  for (const setting of [
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webviewTag: false',
    'spellcheck: false',
  ])
    expect(preferences).toContain(setting)
})

test('the whole app is sandboxed before it is ready, and its session is never stored', () => {
  // It is the first line of the start, and no other code waits until the app is ready.
  expect(textOf('main/main.ts')).toMatch(/^function begin\(\): void \{\n {2}app\.enableSandbox\(\)$/m)
  expect(textOf('main/main.ts').match(/whenReady\(\)/g)).toHaveLength(1)
  const sessions = [...textOf('main/main.ts').matchAll(/fromPartition\('([^']*)'/g)].map(([, name]) => name)
  expect(sessions).toEqual(['attune'])
})

test('a packed app has no developer tools', () => {
  expect(textOf('main/main.ts')).toContain('allowsDevTools: !app.isPackaged')
  expect(textOf('main/electron/window.ts')).toContain('devTools: options.allowsDevTools')
})

test('Electron’s version is one that is still supported (16)', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
})
