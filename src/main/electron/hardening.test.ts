import type { Session, WebContents } from 'electron'
import { expect, test, vi } from 'vitest'
import { hardenContents, hardenSession } from './hardening.ts'

type Listener = (...given: unknown[]) => unknown

/** Records each setter call and each listener by its name. */
function recorder() {
  const set = new Map<string, Listener>()
  const remember = (name: string) => (given: Listener) => set.set(name, given)
  return { set, remember, on: (name: string, listener: Listener) => set.set(name, listener) }
}

function hardenedSession() {
  const { set, remember, on } = recorder()
  const session = {
    setSpellCheckerLanguages: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    setProxy: vi.fn(() => Promise.resolve()),
    setPermissionRequestHandler: remember('request'),
    setPermissionCheckHandler: remember('check'),
    setDevicePermissionHandler: remember('device'),
    webRequest: { onBeforeRequest: remember('before') },
    on,
  }
  // Only what hardening uses.
  hardenSession(session as unknown as Session)
  return { set, session }
}

const ownFrame = { isMainFrame: true, requestingUrl: 'app://attune/index.html' }

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'hid',
  'openExternal',
  'display-capture',
  'clipboard-write',
  'deprecated-sync-clipboard-read',
])('the permission %s is denied, both when requested and when only checked', (permission) => {
  const { set } = hardenedSession()
  const answer = vi.fn()
  set.get('request')?.(null, permission, answer, ownFrame)
  expect(answer.mock.calls).toEqual([[false]])
  expect(set.get('check')?.(null, permission, 'app://attune/', ownFrame)).toBe(false)
  expect(set.get('device')?.({ deviceType: permission })).toBe(false)
})

test.each([
  ['the app’s own page', ownFrame, true],
  ['a frame within the page', { ...ownFrame, isMainFrame: false }, false],
  ['another address', { ...ownFrame, requestingUrl: 'app://attune.example/' }, false],
  ['nobody’s page', { isMainFrame: true }, false],
])('writing to the clipboard, asked by %s', (_whose, details, isGranted) => {
  const { set } = hardenedSession()
  const answer = vi.fn()
  set.get('request')?.(null, 'clipboard-sanitized-write', answer, details)
  expect(answer.mock.calls).toEqual([[isGranted]])
  expect(set.get('check')?.(null, 'clipboard-sanitized-write', 'app://attune/', details)).toBe(isGranted)
})

test.each([
  ['app://attune/index.html', false],
  ['devtools://devtools/bundled/inspector.html', false],
  ['app://attune.example/index.html', true],
  ['app://other/index.html', true],
  ['https://example.org/', true],
  ['http://127.0.0.1:8080/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['data:text/html,hello', true],
  ['blob:app://attune/1', true],
])('a request for %s is cancelled: %s', (url, isCancelled) => {
  const { set } = hardenedSession()
  const answer = vi.fn()
  set.get('before')?.({ url }, answer)
  expect(answer.mock.calls).toEqual([[{ cancel: isCancelled }]])
})

test('nothing is downloaded, and traffic that bypasses the request handler goes to a proxy that isn’t there', () => {
  const { set, session } = hardenedSession()
  const preventDefault = vi.fn()
  set.get('will-download')?.({ preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(session.setProxy).toHaveBeenCalledWith({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9' })
})

test('no dictionary is fetched: one turn first clears the languages, then disables the checker, then sets the proxy', () => {
  const { session } = hardenedSession()
  expect(session.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([])
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
  const order = [session.setSpellCheckerLanguages, session.setSpellCheckerEnabled, session.setProxy].map(
    ({ mock }) => mock.invocationCallOrder[0] ?? 0,
  )
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  '%s is prevented',
  (name) => {
    const { set, on } = recorder()
    const contents = {
      setWebRTCIPHandlingPolicy: vi.fn(),
      setWindowOpenHandler: (handler: Listener) => set.set('open', handler),
      on,
    }
    hardenContents(contents as unknown as WebContents)
    const preventDefault = vi.fn()
    set.get(name)?.({ preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(set.get('open')?.({ url: 'app://attune/index.html' })).toEqual({ action: 'deny' })
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  },
)
