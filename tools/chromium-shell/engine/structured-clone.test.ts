import { describe, expect, test } from 'vitest'

import { createValueCodec } from './structured-clone.ts'

const { encode, decode } = createValueCodec()
const copyOf = (value: unknown) => decode(encode(value))

describe('what the structured clone algorithm keeps', () => {
  test.each([
    ['text', 'Ünï\u2028\ud83d\ude00'],
    ['nothing', null],
    ['undefined', undefined],
    ['a number', 1.5],
    ['no number', Number.NaN],
    ['minus zero', -0],
    ['the infinities', [Infinity, -Infinity]],
    ['a large integer', 12345678901234567890n],
    ['a date', new Date(5)],
    ['an invalid date', new Date(Number.NaN)],
    ['an expression', /a+\/b/gi],
    ['a map with an object for a key', new Map([[{ a: 1 }, new Set([undefined])]])],
    ['bytes', new Uint8Array([0, 127, 255])],
    ['floats', new Float64Array([1.5, Number.NaN])],
    ['a buffer', new Uint8Array([1, 2]).buffer],
    ['a key called __proto__', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['a member that is undefined', { a: undefined }],
    ['a pair that looks like a tag', ['undefined']],
  ])('%s arrives as it was', (_what, value) => {
    expect(copyOf(value)).toStrictEqual(value)
  })

  test('an error arrives as an error of the same type, with its message, stack and cause', () => {
    const error = new RangeError('too much', { cause: new Date(1) })
    const copy = copyOf(error)
    expect(copy).toBeInstanceOf(RangeError)
    expect(copy).toMatchObject({ message: 'too much', stack: error.stack, cause: new Date(1) })
  })

  test('cycles and shared references arrive as such', () => {
    const shared = { name: 'shared' }
    const value: Record<string, unknown> = { first: shared, second: shared }
    value['self'] = value
    const copy = copyOf(value) as Record<string, unknown>
    expect(copy['self']).toBe(copy)
    expect(copy['first']).toBe(copy['second'])
  })

  test('a view of part of a buffer arrives as that part', () => {
    expect(copyOf(new Uint16Array(new Uint16Array([1, 2, 3]).buffer, 2, 1))).toStrictEqual(
      new Uint16Array([2]),
    )
  })

  test('holes in a list stay holes', () => {
    const list: unknown[] = []
    list[2] = 'third'
    const copy = copyOf(list) as unknown[]
    expect(copy).toHaveLength(3)
    expect(0 in copy).toBe(false)
  })

  test('the class of an object is lost, its own members stay', () => {
    class Point {
      x = 1
      get double() {
        return this.x * 2
      }
    }
    expect(copyOf(new Point())).toStrictEqual({ x: 1 })
  })
})

describe('what it refuses', () => {
  test.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function deep inside', { a: [new Map([[1, () => undefined]])] }],
  ])('%s', (_what, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.')
  })
})
