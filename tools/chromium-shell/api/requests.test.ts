import { beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runApp } from '../testing/run-app.ts'

const main = `
const http = require('node:http')
const { protocol, session } = require('electron')
try { protocol.registerSchemesAsPrivileged([{ scheme: 'other', privileges: { standard: true, secure: true, supportFetchAPI: true } }]) } catch (error) { globalThis.privileges = error.message }
const html = (body, headers = {}) => new Response(body, { headers: { 'content-type': 'text/html', ...headers } })
run(async () => {
  report('too late', messageOf(() => protocol.registerSchemesAsPrivileged([])))
  const reached = []
  const server = http.createServer((request, response) => { reached.push(request.url); response.setHeader('access-control-allow-origin', '*'); response.end('from the server') })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  report('privileges', globalThis.privileges)
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
  report('echo', await inPage('return (await fetch("/echo", { method: "PUT", headers: { "x-test": "yes" } })).text()'))
  report('asked', asked.filter(([method]) => method === 'PUT'))
  report('with a body', await inPage('return fetch("/echo", { method: "POST", body: "sent" }).then(() => "answered", (e) => e.name)'))
  report('moved', await inPage('const r = await fetch("/moved"); return [r.redirected, new URL(r.url).pathname]'))
  report('worker', await inPage('return new Promise((resolve) => { const worker = new Worker("/worker.js"); worker.onmessage = (e) => resolve(e.data); worker.onerror = (e) => resolve("error " + e.message) })'))
  report('another scheme', await inPage('return fetch("http://host.other.localhost/").then(() => "answered", (e) => e.name)'))
  report('allowed', await inPage('return (await fetch(' + JSON.stringify(outside + '/allowed') + ')).text()'))
  report('pattern', messageOf(() => own.webRequest.onBeforeRequest({ urls: ['*://*/*'] }, () => undefined)))
  const seen = []
  own.webRequest.onBeforeRequest((details, callback) => { const cancel = !details.url.startsWith('app:'); if (cancel) seen.push([details.method, details.webContentsId === window.webContents.id, messageOf(() => details.uploadData)]); callback({ cancel }) })
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
  report('schemes', [messageOf(() => own.protocol.handle('file', () => html(''))), messageOf(() => own.protocol.handle('unknown', () => html(''))), messageOf(() => own.protocol.unhandle('app'))])
  report('loads', [messageOf(() => window.loadURL('app://host/', { userAgent: 'x' })), messageOf(() => window.loadURL('file:///etc/passwd'))])
  report('overtaken', await Promise.all(['/open?1', '/open?2'].map((path) => window.loadURL('app://host' + path).then(() => 'loaded', (error) => error.code))))
  server.close()
})
`

describe('requests of a page', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main)
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test('a handler answers its scheme, and the policy in its headers applies', () => {
    expectReport('policy').toStrictEqual([null, true, true])
    expectReport('echo').toBe('PUT  yes')
    expectReport('asked').toStrictEqual([['PUT', 'app://host/echo']])
    expectReport('with a body').toBe('TypeError')
    expect(outcome.errors).toContain('not implemented in chromium-shell: bodies of requests')
    expectReport('moved').toStrictEqual([true, '/open'])
  })

  test('the same handler serves a worker of the page', () => {
    expectReport('worker').toBe('GET  null')
  })

  test('a scheme has one handler per session, and becomes privileged before the app is ready', () => {
    expectReport('twice').toBe('Failed to register protocol: app')
    expectReport('too late').toBe('protocol.registerSchemesAsPrivileged should be called before app is ready')
    expectReport('same session').toBe(true)
    expectReport('other session').toBe('ERR_BLOCKED_BY_CLIENT')
    expectReport('schemes').toStrictEqual([
      "not implemented in chromium-shell: protocol.handle of 'file', which is not privileged",
      "not implemented in chromium-shell: protocol.handle of 'unknown', which is not privileged",
      'not implemented in chromium-shell: Protocol.unhandle',
    ])
    expectReport('privileges').toBe(
      "not implemented in chromium-shell: schemes that are not standard and secure alone: 'other'",
    )
  })

  test('onBeforeRequest cancels what it says and nothing else', () => {
    expectReport('allowed').toBe('from the server')
    expectReport('cancelled').toBe('TypeError')
    expectReport('own scheme still').toBe(200)
    expectReport('seen').toStrictEqual([
      ['GET', true, 'not implemented in chromium-shell: OnBeforeRequestListenerDetails.uploadData'],
    ])
    expectReport('reached').toStrictEqual(['/allowed'])
    expectReport('pattern').toBe('not implemented in chromium-shell: WebRequest filters')
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

  test('a failed load is reported with its code and address', () => {
    expectReport('broken').toBe("ERR_FAILED (-2) loading 'app://host/broken'")
    expectReport('not here').toMatch(/^ERR_/)
    expect(outcome.errors).toContain('electron: Failed to load URL: app://host/broken with error: ERR_FAILED')
  })

  test('a load replaced by another is rejected as aborted, and loadURL throws for what it lacks', () => {
    expectReport('overtaken').toStrictEqual(['ERR_ABORTED', 'loaded'])
    expectReport('loads').toStrictEqual([
      'not implemented in chromium-shell: WebContents.loadURL with options',
      'not implemented in chromium-shell: WebContents.loadURL of file:///etc/passwd',
    ])
  })
})
