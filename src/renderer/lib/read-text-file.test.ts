import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeAnyText,
  decodeText,
  readAnyTextFile,
  readTextFile,
  type TextEncodingName,
} from './read-text-file.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const encodedText = fc.string({ unit: 'binary', minLength: 2, maxLength: 40 }).map((text) => `{"${text}`)

function utf16(text: string, isLittleEndian: boolean, hasMark: boolean) {
  const units = ((hasMark ? '\u{feff}' : '') + text).split('').map((unit) => unit.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (isLittleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

describe('the bytes of a chosen file', () => {
  it('give the original text, including a byte order mark', () => {
    fc.assert(
      fc.property(encodedText, (text) => {
        for (const whole of [text, `\u{feff}${text}`])
          expect(decodeText(encode(whole))).toEqual({ ok: true, text: whole })
      }),
    )
    expect(decodeText(encode(''))).toEqual({ ok: true, text: '' })
  })

  it.each([
    ['a stray byte', [0x7b, 0x22, 0xe9, 0x22], 2],
    ['a stray continuation', [0x7b, 0x22, 0x80], 2],
    ['an overlong form', [0x7b, 0x22, 0xc0, 0xaf], 2],
    ['half of a pair', [0x7b, 0x22, 0xed, 0xa0, 0x80], 2],
    ['a point beyond the last', [0x7b, 0x22, 0xf4, 0x90, 0x80, 0x80], 2],
    ['a cut character', [0x7b, 0x22, 0xe2, 0x82], 2],
    ['a cut character that begins like the mark of a fault', [0x7b, 0x22, 0xef, 0xbf], 2],
    ['a fault behind a real replacement character', [0x7b, 0x22, 0xef, 0xbf, 0xbd, 0xff], 5],
    ['a fault behind a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0xff], 4],
  ])('that hold %s are refused with the position of its start', (_what, bytes, byte) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, reason: { code: 'not-utf8', byte } })
  })

  it('are refused at a faulty byte in any position', () => {
    fc.assert(
      fc.property(
        encodedText,
        fc.constantFrom(0x80, 0xc1, 0xef, 0xf5, 0xff),
        encodedText,
        (before, bad, after) => {
          const bytes = Uint8Array.from([...encode(before), bad, ...encode(after)])
          const byte = encode(before).length
          expect(decodeText(bytes)).toEqual({ ok: false, reason: { code: 'not-utf8', byte } })
        },
      ),
    )
  })

  it.each([true, false])(
    'are refused as UTF-16, with or without its mark (little endian: %s)',
    (isLittle) => {
      for (const hasMark of [true, false])
        expect(decodeText(utf16('{"id": 1}', isLittle, hasMark))).toEqual({ ok: false, reason: 'utf-16' })
    },
  )

  it('never make it throw, and are text only if encoding gives the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
        const bytes = Uint8Array.from(given)
        const decoded = decodeText(bytes)
        if (decoded.ok) expect(encode(decoded.text)).toEqual(bytes)
        else if (decoded.reason !== 'utf-16' && decoded.reason.code === 'not-utf8') {
          const { byte } = decoded.reason
          expect(decodeText(Uint8Array.from([0x7b, 0x7b, ...bytes.slice(0, byte)])).ok).toBe(true)
          expect(decodeText(Uint8Array.from([0x7b, 0x7b, ...bytes.slice(byte)]))).toEqual({
            ok: false,
            reason: { code: 'not-utf8', byte: 2 },
          })
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('are not read if there are too many', async () => {
    const file = new File([new Uint8Array(11)], 'large.json')
    file.arrayBuffer = () => Promise.reject(new Error('read'))
    expect(await readTextFile(file, 10)).toEqual({ ok: false, reason: { code: 'too-large', limit: 10 } })
  })
})

describe('the bytes of a file from another program', () => {
  it('give the same text in UTF-8, and in UTF-16 with or without its mark', () => {
    fc.assert(
      fc.property(encodedText, (text) => {
        expect(decodeAnyText(encode(text))).toEqual({ text, encoding: 'utf-8' })
        for (const isLittle of [true, false])
          for (const hasMark of [true, false])
            expect(decodeAnyText(utf16(text, isLittle, hasMark))).toEqual({ text, encoding: 'utf-16' })
      }),
    )
  })

  it('are read as Windows-1252 if they are neither', () => {
    expect(decodeAnyText(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x92, 0x73, 0x80]))).toEqual({
      text: 'Mül’s€',
      encoding: 'windows-1252',
    })
  })

  it('are read in the encoding that was chosen, with a mark for what it has no letter for', async () => {
    const file = new File([Uint8Array.from([0x4d, 0xc3, 0xbc, 0x81])], 'a.csv')
    const textIn = async (encoding: TextEncodingName) => {
      const read = await readAnyTextFile(file, 10, encoding)
      return read.ok ? [read.encoding, read.text] : read
    }
    expect(await textIn('utf-8')).toEqual(['utf-8', 'Mü\u{fffd}'])
    expect(await textIn('windows-1252')).toEqual(['windows-1252', 'MÃ¼\u0081'])
    expect(await textIn('utf-16')).toEqual(['utf-16', '\uc34d\u81bc'])
    const bigEndian = new File([Uint8Array.from([0xfe, 0xff, 0x00, 0x4d])], 'a.csv')
    expect(await readAnyTextFile(bigEndian, 10, 'utf-16')).toMatchObject({ text: 'M' })
  })

  it('are not read if there are too many of them', async () => {
    const file = new File(['x'.repeat(11)], 'a.ris')
    expect(await readAnyTextFile(file, 10)).toEqual({ ok: false, reason: { code: 'too-large', limit: 10 } })
    expect(await readAnyTextFile(file, 11)).toEqual({ ok: true, text: 'x'.repeat(11), encoding: 'utf-8' })
  })
})
