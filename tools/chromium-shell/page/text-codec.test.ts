import { describe, expect, test } from 'vitest'
import { createTextCodec } from './text-codec.ts'

const { encode, decode } = createTextCodec()

describe('what crosses between the main process and a page', () => {
  test.each([
    ['text', 'Ünï\u2028\ud83d\ude00'],
    ['nothing', null],
    ['undefined', undefined],
    ['a number', 1.5],
    ['a list with undefined in it', [1, undefined, [true]]],
    ['a key called __proto__', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['a member that is undefined', { a: undefined, of: { of: 1 } }],
    ['bytes', { a: [Uint8Array.of(0, 255)] }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ])('%s arrives as it was', (_what, value) => {
    expect(decode(encode(value))).toEqual(value)
    expect(JSON.stringify(decode(encode(value)))).toBe(JSON.stringify(value))
  })

  test('an undefined member stays a member, and one object used twice becomes two', () => {
    expect(Object.keys(Object(decode(encode({ a: undefined }))))).toStrictEqual(['a'])
    const shared = { name: 'shared' }
    expect(decode(encode([shared, shared]))).toStrictEqual([shared, shared])
  })

  test.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a function deep inside', { a: [() => undefined] }],
  ])("%s is refused in Electron's words", (_what, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.')
  })

  const cycle: unknown[] = []
  cycle.push(cycle)
  test.each([
    ['a date', new Date(5)],
    ['a buffer of bytes', new ArrayBuffer(1)],
    ['a map', new Map()],
    ['an error', new Error('x')],
    ['a promise', Promise.resolve()],
    ['no number', Number.NaN],
    ['minus zero', -0],
    ['infinity', Infinity],
    ['a large integer', 10n],
    ['a cycle', cycle],
    ['a date deep inside', { a: [new Date(5)] }],
  ])('%s, which Electron would carry, is refused as not there', (_what, value) => {
    expect(() => encode(value)).toThrow("not implemented in chromium-shell: values that JSON can't hold")
  })
})
