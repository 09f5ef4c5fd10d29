import { expect, test } from 'vitest'
import { canonicalJson } from '../json/canonical-json.ts'
import { readReply, replyLimits, writeReply, type Reply } from './reply.ts'
import { exampleBundle } from './testing/example-bundle.ts'
import { exampleComment, exampleReply } from './testing/example-reply.ts'

const text = writeReply(exampleReply())

/** The example with other comments on its client, in canonical form, whether they are valid or not. */
function withComments(comments: unknown): string {
  const { clients, ...reply } = exampleReply()
  return canonicalJson({ ...reply, clients: clients.map((client) => ({ ...client, comments })) })
}
const withComment = (more: object): string => withComments([{ ...exampleComment(), ...more }])

test('a reply is written in one way, and read back the same', () => {
  expect(readReply(text)).toEqual({ kind: 'read', reply: exampleReply() })
  expect(readReply(`${text}\n`)).toEqual({ kind: 'refused', problem: 'not-canonical' })
})

test('a bundle is no reply, and a newer reply is not read', () => {
  const refused = (given: string) => {
    const read = readReply(given)
    return read.kind === 'refused' ? read.problem : null
  }
  expect(refused(canonicalJson(exampleBundle()))).toBe('not-a-bundle')
  expect(refused(text.replace('"version":1', '"version":2'))).toBe('newer-version')
})

test.each([
  ['a mark that turns text', { text: 'safe \u202e erutan' }, 'unsafe-text'],
  ['a control character', { text: 'a\u0007b' }, 'unsafe-text'],
  ['an empty text', { text: '' }, 'too-large'],
  ['a text that is too long', { text: 'a'.repeat(replyLimits.text + 1) }, 'too-large'],
  ['an unknown field', { code: 'K-07' }, 'unknown-field'],
  ['a path as a series', { about: { kind: 'episode', series: '../../etc/passwd', peak: 9 } }, 'not-valid'],
  ['an impossible session', { about: { kind: 'session', session: 0 } }, 'out-of-range'],
  ['an id that is none', { id: 'first' }, 'not-valid'],
  ['a study without a finding', { study: { title: 'T', reference: 'R', doi: null } }, 'not-valid'],
])('fault 229: a comment with %s is refused', (_what, more, problem) => {
  expect(readReply(withComment(more))).toEqual({ kind: 'refused', problem })
})

test('fault 229: markup and formulas in a comment stay the text that they are', () => {
  for (const hostile of ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://a")', '{{t}} $t(errors)']) {
    const reply: Reply = exampleReply({
      clients: exampleReply().clients.map((client) => ({
        ...client,
        comments: [exampleComment({ text: hostile })],
      })),
    })
    expect(readReply(writeReply(reply))).toEqual({ kind: 'read', reply })
  }
})

test('fault 229: a key that reaches into prototypes is refused', () => {
  expect(readReply(text.replace('{"clients"', '{"__proto__":{"isAdmin":true},"clients"'))).toEqual({
    kind: 'refused',
    problem: 'unknown-field',
  })
})

test('fault 230: ten thousand comments are refused, on one client or spread over many', () => {
  const many = Array.from({ length: 10_000 }, (_, place) =>
    exampleComment({ id: `5b0f3c1e-9d52-4f0a-8c11-${String(place).padStart(12, '0')}`, study: null }),
  )
  expect(readReply(withComments(many))).toEqual({ kind: 'refused', problem: 'too-large' })
  const { clients, ...reply } = exampleReply()
  const letters = '0123456789ABCDEFGHJK'
  const spread = Array.from({ length: 20 }, (_, place) => ({
    ...clients[0],
    pseudonym: `AAAA-AAA${letters.charAt(place)}`,
    comments: many.slice(place * 500, (place + 1) * 500),
  }))
  expect(readReply(canonicalJson({ ...reply, clients: spread }))).toEqual({
    kind: 'refused',
    problem: 'too-large',
  })
})

test('a comment or a client that is given twice is refused', () => {
  const { clients, ...reply } = exampleReply()
  expect(readReply(withComments([exampleComment(), exampleComment()]))).toMatchObject({
    problem: 'not-valid',
  })
  expect(readReply(canonicalJson({ ...reply, clients: [...clients, ...clients] }))).toMatchObject({
    problem: 'not-valid',
  })
})
