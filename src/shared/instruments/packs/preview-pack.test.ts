import { describe, expect, it } from 'vitest'
import type { Instrument } from '../instrument.ts'
import { previewPack } from './index.ts'
import type { PackReason } from './index.ts'

const files = import.meta.glob<Instrument>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = files['../../../../assets/instruments/phq-9.json']!

function spoilt(change: (instrument: Instrument & Record<string, unknown>) => unknown): string {
  const copy: Instrument & Record<string, unknown> = structuredClone(phq9)
  change(copy)
  return JSON.stringify(copy)
}

function problemsOf(file: string): [place: string, reason: PackReason][] {
  const preview = previewPack(file)
  return preview.ok ? [] : preview.problems.map(({ place, reason }) => [place, reason])
}

describe('previewPack on files', () => {
  it('fault 49: accepts a shipped instrument, with or without a byte order mark', () => {
    const text = JSON.stringify(phq9)
    for (const file of [text, `\u{feff}${text}`])
      expect(previewPack(file)).toEqual({ ok: true, source: 'attune', instrument: phq9, notes: [] })
  })

  it('refuses UTF-16 that was decoded as another encoding', () => {
    expect(problemsOf('{\0"\0i\0d\0')).toEqual([['', { code: 'utf-16' }]])
    expect(problemsOf('\0{\0"\0i\0d')).toEqual([['', { code: 'utf-16' }]])
  })

  it('fault 42: refuses ten megabytes by their size, before reading them', () => {
    const limit = 1_048_576
    expect(problemsOf(' '.repeat(10_000_000))).toEqual([['', { code: 'too-large', limit }]])
    expect(problemsOf(`"${'é'.repeat(limit / 2)}"`)).toEqual([['', { code: 'too-large', limit }]])
  })

  it.each(['[', '{"item":[', '{"a":'])(
    'fault 40: refuses a depth of 100,000 without running out of stack: %s',
    (opening) => {
      const problems = problemsOf(opening.repeat(100_000))
      expect(problems.map(([, reason]) => reason)).toEqual([{ code: 'too-deep', limit: 32 }])
    },
  )

  it.each([
    ['a list of half a million', `{"id":"a","items":[${'0,'.repeat(500_000)}0]}`, 'items.2000', 2000],
    [
      'an object of ninety thousand',
      `{"id":0${Array.from({ length: 90_000 }, (_, key) => `,"${String(key)}":0`).join('')}}`,
      '1999',
      2000,
    ],
    [
      'a questionnaire of many lists',
      `{"resourceType":"Questionnaire","item":[${`{"item":[${'{},'.repeat(1500)}{}]},`.repeat(20)}0]}`,
      'item.13.item.456',
      20_000,
    ],
  ])('fault 48: refuses %s entries before it is parsed', (_what, text, place, limit) => {
    expect(problemsOf(text)).toEqual([[place, { code: 'too-many', limit }]])
  })

  it.each([
    ['items', `{"id":"a","items":[${'{},'.repeat(199)}{}],"scales":[${'{},'.repeat(199)}{}]}`],
    ['labels', `{"id":"a","items":[${`{"labels":[${'{},'.repeat(1999)}{}]},`.repeat(8)}{}]}`],
    [
      'answers',
      `{"resourceType":"Questionnaire","status":"active","item":[${`{"linkId":"a","type":"choice","answerOption":[${'0,'.repeat(1999)}0]},`.repeat(8)}{}]}`,
    ],
  ])(
    'lists and counts the problems of a file with as many wrong %s as the limits let through',
    (_what, text) => {
      const preview = previewPack(text)
      expect(preview.ok || preview.problems).toHaveLength(50)
      expect(preview.ok || preview.further).toBeGreaterThan(1000)
    },
  )

  it('says line and column where the text stops being JSON', () => {
    expect(problemsOf('{\n  "id": "a",\n  oops\n}')).toEqual([['', { code: 'not-json', line: 3, column: 3 }]])
    expect(problemsOf(JSON.stringify(phq9).slice(0, -1))[0]![1]).toMatchObject({ code: 'not-json', line: 1 })
  })

  it.each([
    ['nothing', '', { code: 'empty' }],
    ['only spaces', ' \n', { code: 'empty' }],
    ['a NUL', '{"id":\0 1}', { code: 'control-character', line: 1, column: 7 }],
    ['a list', '[]', { code: 'wrong-type', expected: 'object' }],
    ['a word', 'null', { code: 'wrong-type', expected: 'object' }],
    ['something else', '{"name":"x"}', { code: 'unknown-format' }],
  ])('refuses a file with %s', (_what, text, reason) => {
    expect(problemsOf(text)).toEqual([['', reason]])
  })

  it('fault 49: refuses half a character, raw or escaped', () => {
    expect(problemsOf('{"id":"\ud83d"}')).toEqual([['id', { code: 'lone-surrogate' }]])
    expect(problemsOf('{"id":"\\ud83d"}')).toEqual([['id', { code: 'lone-surrogate' }]])
    expect(problemsOf('{"id":"\\ud83d\\ude00","items":0,"scales":0}')[0]![1]).not.toEqual({
      code: 'lone-surrogate',
    })
  })

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'fault 41: refuses the key %s',
    (key) => {
      expect(problemsOf(`{"id":"a","items":[{"${key}":{"isAdmin":true}}]}`)[0]![1]).toEqual({
        code: 'forbidden-key',
      })
      expect({}).not.toHaveProperty('isAdmin')
    },
  )

  it('fault 45: refuses a key given twice and a number beyond numbers, with their places', () => {
    expect(problemsOf('{"id":"a","items":[0,{"minimum":0,"minimum":1e999}],"\\u0069d":"b"}')).toEqual([
      ['items.1.minimum', { code: 'duplicate-key' }],
      ['items.1.minimum', { code: 'number-too-large' }],
      ['id', { code: 'duplicate-key' }],
    ])
  })

  it('lists fifty problems and counts the others', () => {
    const unknown = Object.fromEntries(Array.from({ length: 80 }, (_, field) => [`field${String(field)}`, 0]))
    const preview = previewPack(spoilt((instrument) => Object.assign(instrument, unknown)))
    expect(preview).toMatchObject({ ok: false, further: 30 })
    expect(preview.ok || preview.problems).toHaveLength(50)
  })

  it('quotes a name from the file only in part and without invisible characters', () => {
    const [[place] = ['']] = problemsOf(spoilt((i) => (i[`\u{202e}${'x'.repeat(5000)}`] = 0)))
    expect(place).toBe(`\u{fffd}${'x'.repeat(39)}…`)
  })
})
