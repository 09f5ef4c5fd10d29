import { beforeAll, describe, expect, test } from 'vitest'

import { type Outcome, runApp } from '../testing/run-app.ts'

const main = `
const http = require('node:http')
const { net, protocol, session } = require('electron')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const html = (body, headers = {}) => new Response(body, { headers: { 'content-type': 'text/html', ...headers } })
run(async () => {
  report('too late', messageOf(() => protocol.registerSchemesAsPrivileged([])))
  const reached = []
  const server = http.createServer((request, response) => { reached.push(request.url); response.setHeader('access-control-allow-origin', '*'); response.end('from the server') })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const outside = 'http://127.0.0.1:' + server.address().port
  const own = session.fromPartition('own')
  report('same session', own === session.fromPartition('own') && own !== session.defaultSession)
  const asked = []
  own.protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url)
    asked.push([request.method, request.url])
    if (pathname === '/strict') return html('<script>window.inline = true</script><script src="/script.js"></script>', { 'content-security-policy': "default-src 'none'; script-src 'self'" })
    if (pathname === '/script.js') return new Response('window.external = true', { headers: { 'content-type': 'text/javascript' } })
    if (pathname === '/echo') return new Response(request.method + ' ' + await request.text() + ' ' + request.headers.get('x-test'))
    if (pathname === '/file') return net.fetch(require('node:url').pathToFileURL(__dirname + '/page.html').href)
    if (pathname === '/moved') return new Response(null, { status: 302, headers: { location: 'app://host/open' } })
    if (pathname === '/worker.js') return new Response('fetch("/echo").then((r) => r.text()).then(postMessage, (e) => postMessage(String(e)))', { headers: { 'content-type': 'text/javascript' } })
    if (pathname === '/broken') throw new Error('broken on purpose')
    return html('<title>' + pathname + '</title>')
  })
  report('twice', messageOf(() => own.protocol.handle('app', () => html(''))))
  const window = new BrowserWindow({ webPreferences: { session: own } })
  const inPage = (code) => window.webContents.executeJavaScript('(async () => { ' + code + ' })()')
  await window.loadURL('app://host/strict')
  report('policy', await inPage('return [window.inline, window.external, isSecureContext]'))
  await window.loadURL('app://host/open')
  report('echo', await inPage('return (await fetch("/echo", { method: "POST", body: "sent ü", headers: { "x-test": "yes" } })).text()'))
  report('asked', asked.filter(([method]) => method === 'POST'))
  report('file', await inPage('return (await fetch("/file")).text()'))
  report('moved', await inPage('const r = await fetch("/moved"); return [r.redirected, new URL(r.url).pathname]'))
  report('worker', await inPage('return new Promise((resolve) => { const worker = new Worker("/worker.js"); worker.onmessage = (e) => resolve(e.data); worker.onerror = (e) => resolve("error " + e.message) })'))
  report('another scheme', await inPage('return fetch("http://host.other.localhost/").then(() => "answered", (e) => e.name)'))
  report('allowed', await inPage('return (await fetch(' + JSON.stringify(outside + '/allowed') + ')).text()'))
  report('pattern', messageOf(() => own.webRequest.onBeforeRequest({ urls: ['nonsense'] }, () => undefined)))
  const seen = []
  own.webRequest.onBeforeRequest({ urls: ['*://*/*'] }, (details, callback) => { seen.push([details.resourceType, details.method, details.webContentsId === window.webContents.id]); callback({ cancel: true }) })
  report('cancelled', await inPage('return fetch(' + JSON.stringify(outside + '/cancelled') + ').then(() => "answered", (e) => e.name)'))
  report('own scheme still', await inPage('return (await fetch("/echo")).status'))
  report('seen', seen)
  report('reached', reached)
  own.webRequest.onBeforeRequest(null)
  report('far away', await inPage('return fetch("http://1.1.1.1/").then(() => "answered", (e) => e.name)'))
  report('named far away', await window.loadURL('https://example.com/').catch((error) => [error.code, error.errno, error.message]))
  report('broken', await window.loadURL('app://host/broken').catch((error) => error.message))
  report('not here', await window.loadURL('other://host/').catch((error) => error.code))
  const other = new BrowserWindow()
  report('other session', await other.loadURL('app://host/open').catch((error) => error.code))
  own.protocol.unhandle('app')
  report('unhandled', [own.protocol.isProtocolHandled('app'), await window.loadURL('app://host/open').catch((error) => error.code)])
  server.close()
})
`

describe('requests of a page', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main, { 'page.html': 'a file' })
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test('a handler answers its scheme, and the policy in its headers holds', () => {
    expectReport('policy').toStrictEqual([null, true, true])
    expectReport('echo').toBe('POST sent ü yes')
    expectReport('asked').toStrictEqual([['POST', 'app://host/echo']])
    expectReport('file').toBe('a file')
    expectReport('moved').toStrictEqual([true, '/open'])
  })

  test('a worker of the page is served by the same handler', () => {
    expectReport('worker').toBe('GET  null')
  })

  test('a scheme is handled once, per session, and made privileged before the app is ready', () => {
    expectReport('twice').toBe('Failed to register protocol: app')
    expectReport('too late').toBe('protocol.registerSchemesAsPrivileged should be called before app is ready')
    expectReport('same session').toBe(true)
    expectReport('other session').toBe('ERR_BLOCKED_BY_CLIENT')
    expectReport('unhandled').toStrictEqual([false, 'ERR_BLOCKED_BY_CLIENT'])
  })

  test('onBeforeRequest cancels what its filter matches and nothing else', () => {
    expectReport('allowed').toBe('from the server')
    expectReport('cancelled').toBe('TypeError')
    expectReport('own scheme still').toBe(200)
    expectReport('seen').toStrictEqual([['xhr', 'GET', true]])
    expectReport('reached').toStrictEqual(['/allowed'])
    expectReport('pattern').toBe("not implemented in chromium-shell: webRequest pattern 'nonsense'")
  })

  test('no other computer can be reached, by name or by number', () => {
    expectReport('another scheme').toBe('TypeError')
    expectReport('far away').toBe('TypeError')
    expectReport('named far away').toStrictEqual([
      'ERR_PROXY_CONNECTION_FAILED',
      -130,
      "ERR_PROXY_CONNECTION_FAILED (-130) loading 'https://example.com/'",
    ])
  })

  test('what fails to load is told with its code and address', () => {
    expectReport('broken').toBe("ERR_FAILED (-2) loading 'app://host/broken'")
    expectReport('not here').toMatch(/^ERR_/)
  })
})
