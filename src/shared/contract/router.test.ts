import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract, type Handlers } from './contract.ts'
import { vaultStates, type VaultState } from '../vault-state.ts'
import { AppError } from './result.ts'
import { createRouter, findOperation } from './router.ts'
import { defaultSettings } from '../settings/settings.ts'

const about = {
  name: 'Attune',
  version: '0',
  runtime: { kind: 'electron', electron: '', chromium: '', node: '' },
  platform: 'linux',
  dataFolder: '',
  locale: 'en-US',
} as const

function appHandlers(change: Partial<Handlers<'app'>> = {}): Handlers<'app'> {
  return {
    app: {
      about: () => about,
      noteActivity: () => undefined,
      noteCopied: () => undefined,
      showTextMenu: () => undefined,
      zoom: () => undefined,
      quit: () => undefined,
    },
    settings: {
      get: () => defaultSettings,
      update: (settings) => ({ ...defaultSettings, ...defined(settings) }),
    },
    links: { openDoi: () => undefined },
    files: { choose: () => ({ kind: 'cancelled' }), printPage: () => ({ kind: 'cancelled' }) },
    lock: { now: () => undefined, ready: () => undefined, last: () => null },
    ...change,
  }
}

function defined(settings: object) {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

function router(handlers = appHandlers(), state: VaultState = 'open') {
  const reports: [string, unknown][] = []
  const route = createRouter({
    host: 'app',
    operations: contract,
    handlers: () => handlers,
    state: () => state,
    report: (path, cause) => reports.push([path, cause]),
  })
  return { route, reports }
}

const operations = Object.entries(contract).flatMap(([feature, named]) =>
  Object.entries(named).map(([name, operation]) => ({ path: `${feature}.${name}`, operation })),
)

test('only an operation of the contract is found by a path', () => {
  for (const { path, operation } of operations) expect(findOperation(contract, path)).toBe(operation)
  for (const path of [
    '',
    'app',
    'app.',
    '.about',
    'app.about.x',
    '__proto__.x',
    'app.__proto__',
    'app.toString',
  ])
    expect(findOperation(contract, path), path).toBeNull()
})

test('a handler’s answer comes back unchanged', async () => {
  const { route } = router()
  expect(await route({ path: 'app.about', input: undefined })).toEqual({ ok: true, value: about })
})

test('anything that is not a request, not in the contract or not this host’s is refused', async () => {
  const { route } = router()
  for (const raw of [null, 7, 'app.about', {}, { path: 'app.about', input: undefined, more: 1 }])
    expect(await route(raw)).toMatchObject({ ok: false, code: 'invalid-input' })
  for (const path of ['nope.nope', 'clients.list', '__proto__.toString'])
    expect(await route({ path, input: undefined })).toMatchObject({ ok: false, code: 'not-found' })
})

test('every operation is refused in each state that it does not declare', async () => {
  for (const state of vaultStates)
    for (const { path, operation } of operations) {
      if (operation.host !== 'app' || operation.availableIn.includes(state)) continue
      const { route } = router(appHandlers(), state)
      expect(await route({ path, input: undefined }), `${path} in ${state}`).toMatchObject({
        code: 'not-available',
      })
    }
})

test('fault 44: malformed input is refused by every operation that takes any, with places and without values', async () => {
  const secret = 'a-value-that-must-not-be-repeated'
  for (const { path, operation } of operations) {
    if (operation.input instanceof z.ZodUndefined) continue
    const result = operation.input.safeParse({ [secret]: secret, id: secret, clientId: 7 })
    expect(result.success, path).toBe(false)
  }
  const { route } = router()
  const result = await route({ path: 'settings.update', input: { lockAfterMinutes: 61, theme: secret } })
  expect(result).toEqual({ ok: false, code: 'invalid-input', places: ['theme', 'lockAfterMinutes'] })
})

test('an answer with an extra field is refused and reported', async () => {
  const leaking = { ...about, passphrase: 'secret' }
  const handlers = appHandlers({ app: { ...appHandlers().app, about: () => leaking } })
  const { route, reports } = router(handlers)
  expect(await route({ path: 'app.about', input: undefined })).toEqual({
    ok: false,
    code: 'internal',
    places: [],
  })
  expect(reports).toHaveLength(1)
})

test('a failure with a code comes back as that code; any other is reported and named internal', async () => {
  const failing = (cause: Error) =>
    appHandlers({
      links: {
        openDoi: () => {
          throw cause
        },
      },
    })
  const input = { doi: '10.1000/182' }
  const coded = router(failing(new AppError('disk-full', ['a'])))
  expect(await coded.route({ path: 'links.openDoi', input })).toEqual({
    ok: false,
    code: 'disk-full',
    places: ['a'],
  })
  expect(coded.reports).toEqual([])
  const other = router(failing(new Error('words with a note in them')))
  expect(await other.route({ path: 'links.openDoi', input })).toEqual({
    ok: false,
    code: 'internal',
    places: [],
  })
  expect(other.reports).toHaveLength(1)
})

test('any input gives a result and throws nothing', async () => {
  const { route } = router()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.anything(),
        fc.record({ path: fc.constantFrom(...operations.map(({ path }) => path)), input: fc.anything() }),
      ),
      async (raw) => {
        expect(await route(raw)).toHaveProperty('ok')
      },
    ),
    { numRuns: 300 },
  )
})

test('only a bare DOI is opened', () => {
  const { input } = contract.links.openDoi
  for (const doi of ['10.1037/pst0000175', '10.1002/cpp.2487'])
    expect(input.safeParse({ doi }).success).toBe(true)
  for (const doi of [
    'https://example.org',
    '10.1037/a b',
    'javascript:alert(1)',
    '10.1/x',
    '10.1037/x?y=z',
    '10.1037/<x>',
  ])
    expect(input.safeParse({ doi }).success, doi).toBe(false)
})
