import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

/** Prepares a script for the vault process, without Electron and with a silent port. Returns Node's arguments. */
function argumentsFor(script: string, { marksFile = '', longestMilliseconds = 800 } = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'attune-vault-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const entry = pathToFileURL(join(import.meta.dirname, 'vault-process.ts')).href
  const start = join(folder, 'start.ts')
  writeFileSync(
    start,
    `import { EventEmitter } from 'node:events'
    Object.assign(process, { parentPort: new EventEmitter() })
    await import('${entry}')
    setTimeout(() => process.exit(0), ${longestMilliseconds})
    ${script}`,
  )
  // By default, Electron only warns of an unhandled rejection.
  return ['--unhandled-rejections=warn', start, folder, folder, marksFile]
}

function runIn(...given: Parameters<typeof argumentsFor>) {
  return spawnSync(process.execPath, argumentsFor(...given), { encoding: 'utf8' })
}

test.each([
  ['a rejection', `void Promise.reject(new RangeError('a sentence about a client'))`],
  ['an exception', `setTimeout(() => { throw new RangeError('a sentence about a client') })`],
])('%s that nothing caught ends the process, and its message appears nowhere', (_what, script) => {
  const { status, stderr } = runIn(script)
  expect(status).toBe(1)
  expect(stderr).toContain('the vault process failed unexpectedly (RangeError)')
  expect(stderr).not.toContain('client')
})

test('a process without a fault keeps running', () => {
  expect(runIn('').status).toBe(0)
})

test('a closed stderr does not end the process', async () => {
  const child = spawn(
    process.execPath,
    argumentsFor(`process.stderr.write('first\\n')
    setTimeout(() => process.stderr.write('second\\n'), 500)`),
  )
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('the process answers the first status early, and loads the vault with the second request', () => {
  const script = `
    const portThat = (hears) => Object.assign(new EventEmitter(), { start: () => undefined, postMessage: hears })
    const main = portThat(({ kind, isWorking }) => {
      console.log(kind, isWorking ?? '')
      if (kind === 'loaded') process.exit(0)
    })
    const page = portThat(({ kind, id }) => {
      console.log(kind, id)
      if (id === 1) setTimeout(() => { console.log('asks again'); ask(2) }, 100)
    })
    process.parentPort.emit('message', { data: { kind: 'connect' }, ports: [main] })
    process.parentPort.emit('message', { data: { kind: 'page' }, ports: [page] })
    const request = { path: 'vault.status', input: undefined }
    const ask = (id) => page.emit('message', { data: { id, request }, ports: [] })
    ask(1)`
  const { stdout, stderr } = runIn(script, { longestMilliseconds: 10_000 })
  expect(stderr).toBe('')
  expect(stdout.split('\n').map((line) => line.trim())).toEqual([
    'working true',
    'answer 1',
    'working false',
    'asks again',
    'working true',
    'answer 2',
    'working false',
    'loaded',
    '',
  ])
})

test('a closed port to main ends the process', () => {
  const script = `
    const port = Object.assign(new EventEmitter(), { start: () => undefined, postMessage: () => undefined })
    process.parentPort.emit('message', { data: { kind: 'connect' }, ports: [port] })
    process.on('exit', () => console.log('gone'))
    setTimeout(() => port.emit('close'), 50)`
  const started = performance.now()
  const { status, stdout } = runIn(script, { longestMilliseconds: 60_000 })
  expect(status).toBe(0)
  expect(stdout).toBe('gone\n')
  expect(performance.now() - started).toBeLessThan(50_000)
})

test('a closed port to the page does not end the process, and a command to close does', () => {
  const script = `
    const port = () => Object.assign(new EventEmitter(), { start: () => undefined, postMessage: () => undefined, close: () => undefined })
    const page = port()
    process.parentPort.emit('message', { data: { kind: 'connect' }, ports: [port()] })
    process.parentPort.emit('message', { data: { kind: 'page' }, ports: [page] })
    process.on('exit', () => console.log('gone'))
    setTimeout(() => { page.emit('close'); console.log('page gone') }, 50)
    const close = { kind: 'close', mayBackUp: false, longestDrainMilliseconds: 0 }
    setTimeout(() => { console.log('still there'); process.parentPort.emit('message', { data: close, ports: [] }) }, 300)`
  const { status, stdout, stderr } = runIn(script, { longestMilliseconds: 60_000 })
  expect(stderr).toBe('')
  expect(stdout).toBe('page gone\nstill there\ngone\n')
  expect(status).toBe(0)
})

test('the process confirms a grant to main with its token only', () => {
  const script = `
    const port = Object.assign(new EventEmitter(), {
      start: () => undefined,
      postMessage: (message) => { console.log(JSON.stringify(message)); process.exit(0) },
    })
    process.parentPort.emit('message', { data: { kind: 'connect' }, ports: [port] })
    const grant = { token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/records.age' }
    port.emit('message', { data: { kind: 'locking', isLocking: true }, ports: [] })
    port.emit('message', { data: { kind: 'grant', grant }, ports: [] })`
  const { stdout } = runIn(script)
  expect(JSON.parse(stdout)).toEqual({ kind: 'granted', token: 'a'.repeat(43) })
})

test('fault 110: an unlocked process stays while main sends signs of life, and ends without them', () => {
  // Time for this process's own checks passes two hundred times faster.
  const script = `
    const port = (hears) => Object.assign(new EventEmitter(), { start: () => undefined, postMessage: hears, close: () => undefined })
    const plainInterval = globalThis.setInterval
    const main = port(({ kind, state }) => {
      if (kind !== 'state') return
      console.log(state)
      main.emit('message', { data: { kind: 'followed' }, ports: [] })
      const alive = { kind: 'alive', lockAfterMinutes: 60 }
      const signs = plainInterval(() => main.emit('message', { data: alive, ports: [] }), 20)
      setTimeout(() => {
        console.log('stayed')
        clearInterval(signs)
        setTimeout(() => { console.log('too late'); process.exit(1) }, 20_000)
      }, 3_000)
    })
    const page = port(() => undefined)
    globalThis.setInterval = (run, milliseconds) => plainInterval(run, milliseconds / 200)
    process.parentPort.emit('message', { data: { kind: 'connect' }, ports: [main] })
    process.parentPort.emit('message', { data: { kind: 'page' }, ports: [page] })
    const request = { path: 'vault.create', input: { passphrase: Buffer.from('quiet harbour seven lamps') } }
    page.emit('message', { data: { id: 1, request } })`
  const { status, stdout, stderr } = runIn(script, { longestMilliseconds: 100_000 })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'open\nstayed\n', stderr: '' })
}, 120_000)

test('marks are written only to a given file, each with a name and a time', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'attune-marks-')), 'marks')
  onTestFinished(() => rmSync(dirname(file), { recursive: true }))
  const marking = `setTimeout(() => performance.mark('attune:key-unwrapped'), 500)`
  expect(runIn(marking).status).toBe(0)
  expect(existsSync(file)).toBe(false)
  expect(runIn(marking, { marksFile: file }).status).toBe(0)
  expect(readFileSync(file, 'utf8')).toMatch(/^attune:key-unwrapped \d{13}(\.\d+)?\n$/)
})
