import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../json/canonical-json.ts'
import { bundleLimits } from './bundle-limits.ts'
import { readBundle, writeBundle } from './bundle-json.ts'
import { exampleBundle, exampleBundledClient } from './testing/example-bundle.ts'

const text = writeBundle(exampleBundle())

/** The example with one part of its text replaced. The part must be there. */
function changed(from: string | RegExp, to: string): string {
  const result = text.replace(from, to)
  expect(result).not.toBe(text)
  return result
}

/** The example with other values in its document, in canonical form. */
function withValues(edit: (bundle: ReturnType<typeof exampleBundle>) => unknown): string {
  return canonicalJson(edit(exampleBundle()))
}

test('a bundle is written with sorted keys and no space, and read back the same', () => {
  expect(text).toMatch(/^\{"bundleId":"[^ ]+","clients":\[\{"episodes":/)
  expect(readBundle(text)).toEqual({ kind: 'read', bundle: exampleBundle() })
})

test('fault 171: nesting without end is refused before it is parsed', () => {
  for (const bomb of ['['.repeat(1_000_000), '{"a":'.repeat(1_000_000), `[${'"]",['.repeat(500_000)}`])
    expect(readBundle(bomb)).toEqual({ kind: 'refused', problem: 'too-deep' })
})

test('brackets inside a text are not nesting', () => {
  const question = String.raw`{{{{{{{{{{ \" [[[[[[[[[[ \\`
  const bundle = exampleBundle({ clients: [exampleBundledClient({ question })] })
  expect(readBundle(writeBundle(bundle))).toEqual({ kind: 'read', bundle })
})

test.each([
  ['at the head', () => changed('{"bundleId"', '{"__proto__":{"isAdmin":true},"bundleId"')],
  ['in a client', () => changed('{"episodes"', '{"__proto__":{"isAdmin":true},"episodes"')],
  ['in a score', () => changed('{"session":1', '{"__proto__":{"isAdmin":true},"session":1')],
])('fault 172: a key that reaches into prototypes is refused %s', (_where, given) => {
  expect(readBundle(given())).toEqual({ kind: 'refused', problem: 'unknown-field' })
  expect({}).not.toHaveProperty('isAdmin')
})

test('fault 173: an unknown field is refused', () => {
  for (const given of [
    withValues((bundle) => ({ ...bundle, code: 'K-07' })),
    withValues(({ clients: [client], ...bundle }) => ({ ...bundle, clients: [{ ...client, name: 'Ada' }] })),
  ])
    expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'unknown-field' })
})

test.each([
  ['above its scale', () => changed('"value":8.2', '"value":11')],
  ['below its scale', () => changed('"value":8.2', '"value":-1')],
  ['that overflows', () => changed('"value":8.2', '"value":1e999')],
  ['of a session that is not a number of one', () => changed('"session":1,', '"session":0,')],
])('fault 174: a rating %s is refused', (_what, given) => {
  expect(readBundle(given())).toEqual({ kind: 'refused', problem: 'out-of-range' })
})

test.each(['1e308', '-1e308', '1000001'])('fault 271: a scale that ends at %s is refused', (end) => {
  const name = end.startsWith('-') ? 'minimum' : 'maximum'
  const given = changed(`"${name}":${name === 'minimum' ? '0' : '10'}`, `"${name}":${Number(end)}`)
  expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'out-of-range' })
})

test('fault 174: NaN is no JSON', () => {
  expect(readBundle(changed('"value":8.2', '"value":NaN'))).toEqual({ kind: 'refused', problem: 'not-json' })
})

test.each([
  ['a mark that turns the text after it', '\u202egnp.exe'],
  ['a NUL', 'a\0b'],
  ['an escape character', '\u001b[2J'],
  ['half a character', '\ud800'],
])('fault 175: %s in a text is refused', (_what, question) => {
  const given = withValues(({ clients: [client], ...bundle }) => ({
    ...bundle,
    clients: [{ ...client, question }],
  }))
  expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'unsafe-text' })
})

test('fault 175: markup in a question is read as the text that it is', () => {
  const question = '<img src=x onerror=alert(1)>\n=HYPERLINK("javascript:alert(1)")'
  const bundle = exampleBundle({ clients: [exampleBundledClient({ question })] })
  const read = readBundle(writeBundle(bundle))
  expect(read.kind === 'read' && read.bundle.clients[0]?.question).toBe(question)
})

test.each(['../../vault.json', 'C:\\CON', '/etc/passwd', 'NUL', 'Ada Lovelace', '7QF3-K9MW/..'])(
  'fault 176: %s is no name of a client',
  (pseudonym) => {
    const given = withValues(({ clients: [client], ...bundle }) => ({
      ...bundle,
      clients: [{ ...client, pseudonym }],
    }))
    expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'not-valid' })
  },
)

test('fault 177: a bundle of a newer format is said to be newer', () => {
  const given = withValues((bundle) => ({ ...bundle, version: 5, anything: ['else'] }))
  expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'newer-version' })
})

test.each([
  ['spaces', () => changed('{"bundleId":', '{ "bundleId": ')],
  [
    'another order of keys',
    () => JSON.stringify(Object.fromEntries(Object.entries(exampleBundle()).toReversed())),
  ],
  ['a number in another spelling', () => changed('"number":1,', '"number":1.0,')],
  ['a key that is given twice', () => changed('"number":1,', '"number":2,"number":1,')],
  ['a letter as an escape', () => changed('"attune-bundle"', String.raw`"\u0061ttune-bundle"`)],
  ['a byte order mark', () => `\ufeff${text}`],
])('a text with %s is not the one spelling of its bundle', (_what, given) => {
  expect(readBundle(given())).toMatchObject({
    kind: 'refused',
    problem: expect.stringMatching(/^not-(canonical|json)$/) as string,
  })
})

test.each([
  ['nothing', ''],
  ['half of it', text.slice(0, text.length / 2)],
])('fault 167: %s is no JSON', (_what, given) => {
  expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'not-json' })
})

test('fault 235: agreements make a bundle one of version 2; each version holds what it has, and nothing else', () => {
  const agreed = exampleBundledClient({ withAgreements: true })
  const [earlier, later] = [exampleBundle(), exampleBundle({ version: 2, clients: [agreed] })]
  for (const bundle of [earlier, later])
    expect(readBundle(writeBundle(bundle))).toEqual({ kind: 'read', bundle })
  expect(readBundle(canonicalJson({ ...later, version: 1 }))).toMatchObject({ problem: 'unknown-field' })
  expect(readBundle(canonicalJson({ ...earlier, version: 2 }))).toMatchObject({ problem: 'not-valid' })
  const unknown = { ...agreed, agreements: [{ session: 99, text: 'Wait.', state: 'open' }] }
  expect(readBundle(canonicalJson({ ...later, clients: [unknown] }))).toMatchObject({ problem: 'not-valid' })
})

test.each(['null', '[]', '"attune-bundle"', '{}', '{"format":"attune-archive","version":1}'])(
  '%s is no bundle',
  (given) => {
    expect(readBundle(given)).toEqual({ kind: 'refused', problem: 'not-a-bundle' })
  },
)

test('a text beyond every bundle is not looked at', () => {
  expect(readBundle(' '.repeat(bundleLimits.characters + 1))).toEqual({
    kind: 'refused',
    problem: 'too-large',
  })
})

test('what a client names must be there', () => {
  const client = exampleBundledClient()
  const [series] = client.series
  for (const wrong of [
    { ...client, lead: 'client/other/scale' },
    { ...client, sessions: client.sessions.slice(1) },
    { ...client, sessions: client.sessions.toReversed() },
    { ...client, series: [series, series] },
    { ...client, series: client.series.slice(1), lead: null },
  ])
    expect(readBundle(withValues((bundle) => ({ ...bundle, clients: [wrong] })))).toEqual({
      kind: 'refused',
      problem: 'not-valid',
    })
})

test('a client is in a bundle once, and is not withdrawn by the same bundle', () => {
  for (const more of [
    { clients: [exampleBundledClient(), exampleBundledClient()] },
    { withdrawn: [exampleBundledClient().pseudonym] },
  ])
    expect(readBundle(withValues((bundle) => ({ ...bundle, ...more })))).toEqual({
      kind: 'refused',
      problem: 'not-valid',
    })
})

test('any text is read or refused with a reason, and nothing is read that is not written the same', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    // The example with any piece replaced by any other.
    fc
      .tuple(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 30 }))
      .map(([at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length)),
  )
  fc.assert(
    fc.property(anything, (given) => {
      const read = readBundle(given)
      if (read.kind === 'read') expect(writeBundle(read.bundle)).toBe(given)
    }),
  )
})
