import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contentSecurityPolicy, serveApp } from './app-protocol.ts'

vi.mock('electron', () => ({ protocol: {} }))

/** The app's protocol over a folder with a page and, beside the folder, something that is nobody's business. */
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
  // Only what serving touches is there.
  serveApp({ protocol } as unknown as Session, join(room, 'renderer'))
  // The platform's own Request takes no address of an unknown scheme, so what the handler reads of it stands in.
  return (url, method = 'GET') => handler({ url, method } as Request)
}

test('what was built is served, with the policy and without being kept', async () => {
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
])('%s is not', async (address) => {
  expect((await served()(address)).status).toBe(404)
})

test.each(['POST', 'PUT', 'HEAD'])('%s is answered with nothing', async (method) => {
  expect((await served()('app://attune/index.html', method)).status).toBe(404)
})

test('the policy lets in the app’s own files and nothing else', () => {
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
