import { expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

const child = `
const { parentPort } = process
parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
  if (data === 'leave') process.exit(7)
  if (!port) return parentPort.postMessage({ data, isDate: data instanceof Date })
  port.on('message', ({ data: asked }) => port.postMessage({ asked, type: process.type, more: new Map([[1, undefined]]) }))
  port.start()
  parentPort.postMessage('has port')
})
`

const main = `
const { utilityProcess, MessageChannelMain } = require('electron')
const path = require('node:path')
run(async () => {
  report('options', messageOf(() => utilityProcess.fork(path.join(__dirname, 'child.mjs'), [], { session: {} })))
  const child = utilityProcess.fork(path.join(__dirname, 'child.mjs'), ['--given'], { serviceName: 'vault' })
  const answers = []
  child.on('message', (message) => answers.push(message))
  child.postMessage(new Date(5))
  const ofVault = () => app.getAppMetrics().filter(({ type, name }) => type === 'Utility' && name === 'vault').map(({ pid }) => pid)
  report('metrics', [typeof ofVault()[0], app.getAppMetrics()[0].type, app.getAppMetrics()[0].pid === process.pid, messageOf(() => app.getAppMetrics()[0].memory)])
  const { port1, port2 } = new MessageChannelMain()
  const heard = []
  port1.on('message', ({ data }) => heard.push([data.asked, data.type, data.more instanceof Map]))
  let closed = false
  port1.on('close', () => { closed = true })
  port1.postMessage('asked before the port was sent')
  child.postMessage('port', [port2])
  port1.postMessage('asked after')
  await until(() => answers.length === 2)
  report('nothing heard before start', heard.length)
  port1.start()
  await until(() => heard.length === 2)
  report('answers', answers)
  report('heard', heard)
  report('refusal', messageOf(() => child.postMessage(() => undefined)))
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.postMessage('leave')
  report('exit code', await exit)
  await until(() => closed)
  report('metrics after', ofVault().length)
  report('kill after', child.kill())
  const killed = utilityProcess.fork(path.join(__dirname, 'stays.mjs'))
  await new Promise((resolve) => killed.once('message', resolve))
  const ended = new Promise((resolve) => killed.once('exit', resolve))
  report('kill', [killed.kill(), await ended])
  const lost = utilityProcess.fork(path.join(__dirname, 'stays.mjs'), [], { serviceName: 'lost' })
  await new Promise((resolve) => lost.once('message', resolve))
  const lostEnd = new Promise((resolve) => lost.once('exit', resolve))
  process.kill(app.getAppMetrics().find(({ name }) => name === 'lost').pid, 'SIGKILL')
  report('killed from outside', await lostEnd)
  const one = utilityProcess.fork(path.join(__dirname, 'talks.mjs'), ['one'])
  const other = utilityProcess.fork(path.join(__dirname, 'talks.mjs'), ['other'])
  const between = new MessageChannelMain()
  const received = new Promise((resolve) => one.once('message', resolve))
  one.postMessage('', [between.port1])
  other.postMessage('', [between.port2])
  report('between two', await received)
})
`

const stays = `process.parentPort.postMessage('here'); setInterval(() => undefined, 1000)`
const talks = `
process.parentPort.once('message', ({ ports: [port] }) => {
  port.on('message', ({ data }) => process.parentPort.postMessage(data))
  port.start()
  if (process.argv.at(-1) === 'other') port.postMessage('said by the other')
})
`

test('a utility process gets messages and ports, answers over both, and reports its end', async () => {
  const files = { 'child.mjs': child, 'stays.mjs': stays, 'talks.mjs': talks }
  const { reports, code, errors } = await runApp(main, files)
  expect(errors).toBe('')
  expect(reports).toStrictEqual({
    options: "not implemented in chromium-shell: utilityProcess.fork option 'session'",
    metrics: ['number', 'Browser', true, 'not implemented in chromium-shell: ProcessMetric.memory'],
    'metrics after': 0,
    'nothing heard before start': 0,
    answers: [{ data: new Date(5).toISOString(), isDate: true }, 'has port'],
    heard: [
      ['asked before the port was sent', 'utility', true],
      ['asked after', 'utility', true],
    ],
    refusal: 'An object could not be cloned.',
    'exit code': 7,
    'kill after': false,
    kill: [true, 0],
    'killed from outside': 9,
    'between two': 'said by the other',
  })
  expect(code).toBe(0)
})

test('a utility process is started with flags for V8, and with no other argument', async () => {
  const { reports } = await runApp(
    `const { utilityProcess } = require('electron')
    run(async () => {
      const limitOf = async (options) => {
        const child = utilityProcess.fork(__dirname + '/child.mjs', [], options)
        return new Promise((resolve) => child.once('message', resolve))
      }
      const usual = await limitOf({})
      const lower = await limitOf({ execArgv: ['--js-flags=--max-old-space-size=64 --max-semi-space-size=1'] })
      report('has a lower limit', lower < 100 && lower < usual)
      report('other', messageOf(() => utilityProcess.fork(__dirname + '/child.mjs', [], { execArgv: ['--inspect'] })))
    })`,
    {
      'child.mjs': `import { getHeapStatistics } from 'node:v8'
      process.parentPort.postMessage(getHeapStatistics().heap_size_limit / 2 ** 20)`,
    },
  )
  expect(reports).toStrictEqual({
    'has a lower limit': true,
    other: "not implemented in chromium-shell: utilityProcess.fork execArgv '--inspect'",
  })
})

test("a utility process throws for Electron's modules", async () => {
  const { reports } = await runApp(
    `const { utilityProcess } = require('electron')
    run(async () => {
      const child = utilityProcess.fork(__dirname + '/child.mjs')
      report('import', await new Promise((resolve) => child.once('message', resolve)))
    })`,
    { 'child.mjs': `import('electron').catch((error) => process.parentPort.postMessage(error.message))` },
  )
  expect(reports).toStrictEqual({
    import: 'not implemented in chromium-shell: electron in a utility process',
  })
})
