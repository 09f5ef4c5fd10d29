import { expect, test } from 'vitest'
import { learnScheme, toAppAddress, toPageAddress } from './addresses.ts'

learnScheme('app')

test.each([
  ['app://attune/', 'http://attune.app.localhost/'],
  ['app://attune/a/b.html?c=d#e', 'http://attune.app.localhost/a/b.html?c=d#e'],
  ['app://a.b/x', 'http://a.b.app.localhost/x'],
  ['app://attune/..%2f..%2fetc', 'http://attune.app.localhost/..%2f..%2fetc'],
])('%s is loaded as %s, and the other way round', (appAddress, pageAddress) => {
  expect(toPageAddress(appAddress)).toBe(pageAddress)
  expect(toAppAddress(pageAddress)).toBe(appAddress)
})

test.each([
  'https://example.com/?to=app://attune/',
  'file:///etc/passwd',
  'data:text/html,app://attune/',
  'http://attune.app.localhost.example.com/',
  'http://attune.app.localhost:8080/',
  'http://attune.unknown.localhost/',
  'unknown://attune/',
  'about:blank',
])('%s stays as it is', (address) => {
  expect(toPageAddress(address)).toBe(address)
  expect(toAppAddress(address)).toBe(address)
})

test('a scheme that can’t be part of a host name is refused', () => {
  expect(() => learnScheme('my+app')).toThrow('not implemented in chromium-shell')
})
