import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contentSecurityPolicy, serveApp } from './app-protocol.ts'

vi.mock('electron', () => ({ protocol: {} }))

/** Serves a folder that holds one page. A private file lies beside the folder. */
function served(): (address: string, method?: string) => Promise<Response> {
  const room = mkdtempSync(join(tmpdir(), 'attune-protocol-'))
  onTestFinished(() => {
    rmSync(room, { recursive: true })
  })
  mkdirSync(join(room, 'renderer/assets'), { recursive: true })
  writeFileSync(join(room, 'renderer/index.html'), '<h1>Attune</h1>')
  writeFileSync(join(room, 'renderer/assets/index.js'), '0')
  writeFileSync(join(room, 'renderer/third-party-notices.txt'), 'notices')
  writeFileSync(join(room, 'secret.html'), 'secret')
  let handler: (request: Request) => Promise<Response> = () => Promise.reject(new Error('nothing is served'))
  const protocol = { handle: (_scheme: string, given: typeof handler) => (handler = given) }
  // Only what `serveApp` uses.
  serveApp({ protocol } as unknown as Session, join(room, 'renderer'))
  // Node's own Request rejects an unknown scheme, so a plain object stands in with the fields that the handler reads.
  return (url, method = 'GET') => handler({ url, method } as Request)
}

test('a built file is served with the content policy, and caching is off', async () => {
  const answer = await served()('app://attune/index.html')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<h1>Attune</h1>')
  expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect((await served()('app://attune/assets/index.js')).headers.get('content-type')).toContain('javascript')
})

test.each([
  'app://attune/..%2fsecret.html',
  'app://attune/%2e%2e/secret.html',
  'app://attune/../secret.html',
  'app://attune/assets/..%2f..%2fsecret.html',
  'app://attune/..%5csecret.html',
  'app://attune//etc/passwd',
  'app://attune/third-party-notices.txt',
  'app://attune/',
  'app://attune/constructor',
  'app://other/index.html',
  'app://attune.example/index.html',
])('%s is not served', async (address) => {
  expect((await served()(address)).status).toBe(404)
})

test.each(['POST', 'PUT', 'HEAD'])('%s gets an empty answer', async (method) => {
  expect((await served()('app://attune/index.html', method)).status).toBe(404)
})

test('the policy allows only the app’s own files', () => {
  expect(contentSecurityPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})
