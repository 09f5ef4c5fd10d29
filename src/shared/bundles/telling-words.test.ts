import { expect, test } from 'vitest'
import { toBundleText } from './bundle-text.ts'
import { findTelling, type TellingKind } from './telling-words.ts'

const found = (text: string, codes: readonly string[] = []) =>
  Object.fromEntries(findTelling(text, codes).map(({ kind, words }) => [kind, words]))

const telling: readonly (readonly [string, TellingKind, readonly string[]])[] = [
  ['How do I talk to K-07 about this?', 'code', ['K-07']],
  ['and k-07 again', 'code', ['k-07']],
  ['Write to ada.l@mail.example.org', 'e-mail', ['ada.l@mail.example.org']],
  ['It is on www.example.org/ada', 'address', ['www.example.org/ada']],
  ['Call +47 22 33 44 55 tonight', 'phone', ['+47 22 33 44 55']],
  ['the week of 3 May', 'date', ['3 May']],
  ['since 2026-03-04', 'date', ['2026-03-04']],
  ['since 4.3.2026', 'date', ['4.3.2026']],
  ['in October', 'date', ['October']],
  ['every Tuesday', 'date', ['Tuesday']],
  ['she is 43', 'number', ['43']],
  ['after the accident and the funeral', 'event', ['accident', 'funeral']],
  ['thoughts of suicide', 'event', ['suicide']],
  ['her sister Ingrid left', 'name', ['Ingrid']],
  ['Peter shouted at me', 'name', ['Peter']],
  ['they moved from Bergen. K. stayed', 'name', ['Bergen', 'K.']],
  ['she works for the NHS', 'name', ['NHS']],
  ['his friend Zoë O’Brien-Smith', 'name', ['Zoë', 'O’Brien-Smith']],
]

test.each(telling)('“%s” is found to have something of the kind %s', (text, kind, words) => {
  expect(found(text, ['K-07'])[kind]).toEqual(words)
})

test.each([
  'How do I come back to what was said in session 10?',
  'I feel stuck. What would you do? Maybe we should look at weeks 3 to 7 and sessions 4, 5 and 6.',
  'Is it my part in the rupture, or hers? I’m not sure. They’re both quiet.',
])('“%s” has nothing that is listed', (text) => {
  expect(found(text, ['K-07'])).toEqual({})
})

test('a name that is also an ordinary word is found unless it begins a sentence', () => {
  const text = 'Her husband Will and her sister May came. Will you ask? “May I?” she said.'
  expect(found(text, [])['name']).toEqual(['Will', 'May'])
  expect(found('Will she come?\n- May it be so\nSome people: All of them', [])).toEqual({})
})

test('every name is listed, however many there are', () => {
  const names = Array.from(
    { length: 3_000 },
    (_, index) => `N${'abcdefghij'[index % 10]}${index.toString(36)}x`,
  )
  expect(found(names.join(' and '), [])['name']).toEqual(names)
})

test('a code is found as a word of its own, with any marks in it', () => {
  expect(found('a (b) [c] and a.b', ['(b)', '[c]', 'a.b', 'and a'])).toMatchObject({
    code: ['(b)', '[c]', 'a.b'],
  })
  expect(found('Fernweh is no code', ['Fern'])['code']).toBeUndefined()
  expect(found('ＦＥＲＮ in wide letters', ['Fern'])['code']).toEqual(['FERN'])
})

test('a long text without a space takes no time to speak of', () => {
  for (const letter of ['a', '1', '.', '(', '@', 'A', ' 1'])
    expect(findTelling(letter.repeat(20_000), ['K-07']).length).toBeLessThan(4)
})

test('fault 384: characters that nobody sees hide no code, event or name', () => {
  const unseen = ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u{e0041}']
  for (const mark of unseen) {
    const found = findTelling(`the die${mark}d fa${mark}ther of fe${mark}rn met Ma${mark}ria`, ['Fern'])
    expect(found).toEqual([
      { kind: 'code', words: ['fern'] },
      { kind: 'event', words: ['died'] },
      { kind: 'name', words: ['Maria'] },
    ])
  }
  expect(findTelling('with Fern', ['Fe\u200brn'])).toMatchObject([{ kind: 'code' }])
})

test('fault 384: no text leaves that the preview can’t show, and joined letters stay joined', () => {
  const hidden = 'Maria'.replaceAll(/./g, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
  expect(toBundleText(`Slow${hidden}ly\u200b\u00ad`)).toBe('Slowly')
  expect(toBundleText('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧')
})
