import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutScaleFacts } from '#shared/instruments/described-scales.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { assetsFolder, createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { gad7, packText } from './testing/calm-pack.ts'

const meaning = { scale: 'total', construct: 'helpfulness', frame: 'this-session' } as const
const scaleOf = async ({ api }: TestVault) =>
  (await api.instruments.list()).find(({ id }) => id === 'calm')?.scales[0]
/** A file from before scales were described. */
const plainText = (change: object = {}) => packText({ scales: withoutScaleFacts(gad7).scales, ...change })

test('what a scale measures can be said at the import and later, and counts for every version', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: plainText(), said: [meaning] })
  expect(await scaleOf(vault)).toMatchObject({ construct: 'helpfulness', frame: 'this-session' })
  await api.packs.describe({ id: 'calm', said: [{ ...meaning, construct: 'depth' }] })
  expect(await scaleOf(vault)).toMatchObject({ construct: 'depth', frame: 'this-session' })
  await api.packs.import({ text: plainText({ title: 'Calmer' }) })
  expect(await scaleOf(vault)).toMatchObject({ construct: 'depth' })
  const listed = (await api.packs.list()).filter(({ instrument }) => instrument.id === 'calm')
  expect(listed.map(({ instrument }) => instrument.scales[0]?.construct)).toEqual(['depth', 'depth'])
})

test('what was said of a scale changes no content: the same file is still the same', async () => {
  const { api } = createTestVault()
  await api.packs.import({ text: plainText(), said: [meaning] })
  expect(await api.packs.preview({ text: plainText() })).toMatchObject({ next: { kind: 'unchanged' } })
})

test('what was said of a removed instrument is forgotten with its last version', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: plainText(), said: [meaning] })
  await api.packs.remove({ id: 'calm', version: 1 })
  await api.packs.import({ text: plainText() })
  expect(await scaleOf(vault)).not.toHaveProperty('construct')
})

test('a shipped instrument and an unknown scale can’t be described', async () => {
  const { api } = createTestVault()
  const said = [meaning]
  await expect(api.packs.describe({ id: 'gad-7', said })).rejects.toMatchObject({ code: 'not-found' })
  await api.packs.import({ text: packText() })
  await expect(
    api.packs.describe({ id: 'calm', said: [{ ...meaning, scale: 'mood' }] }),
  ).rejects.toMatchObject({ code: 'invalid-input', places: ['said.0.scale'] })
})

test('a scale of which less is better can’t be described as the alliance', async () => {
  const { api, db } = createTestVault()
  const text = packText({ scales: [{ ...gad7.scales[0], direction: 'lower-is-better' }] })
  const id = gad7.scales[0]?.id ?? ''
  const said = [{ scale: id, construct: 'alliance', frame: 'this-session' } as const]
  const refused = { code: 'invalid-input', places: ['said.0.construct'] }
  await expect(api.packs.import({ text, said })).rejects.toMatchObject(refused)
  expect(db.prepare('SELECT count(*) FROM packs').pluck().get()).toBe(0)
  await api.packs.import({ text })
  await expect(api.packs.describe({ id: 'calm', said })).rejects.toMatchObject(refused)
})

const alliance = instrumentSchema.parse(
  JSON.parse(readFileSync(join(assetsFolder, 'instruments/attune-alliance-client.json'), 'utf8')),
)
const ofTherapist = { instrument: 'attune-alliance-therapist', scale: 'alliance' }
/** A form with the questions of Attune's own, from a file that doesn't say what it measures. */
const lantern = JSON.stringify({ ...withoutScaleFacts(alliance), id: 'lantern', title: 'Lantern' })
const paired = {
  scale: 'alliance',
  construct: 'alliance',
  frame: 'this-session',
  pairedWith: ofTherapist,
} as const

test('the pair of a scale can be said at the import, later, and taken back', async () => {
  const { api } = createTestVault()
  const pair = async () =>
    (await api.instruments.list()).find(({ id }) => id === 'lantern')?.scales[0]?.pairedWith
  await api.packs.import({ text: lantern, said: [paired] })
  expect(await pair()).toEqual({ ...ofTherapist, byItems: true })
  await api.packs.describe({ id: 'lantern', said: [{ ...paired, pairedWith: null }] })
  expect(await pair()).toBeUndefined()
  await api.packs.describe({ id: 'lantern', said: [paired] })
  expect(await pair()).toEqual({ ...ofTherapist, byItems: true })
})

test.each([
  ['measures something else', { construct: 'depth' }],
  ['is not on offer', { pairedWith: { instrument: 'attune-alliance-observer', scale: 'alliance' } }],
  ['has other items', { pairedWith: { instrument: 'attune-alliance-therapist', scale: 'bond' } }],
  ['has the same rater', { pairedWith: { instrument: 'attune-alliance-client', scale: 'alliance' } }],
])('a pair that %s is refused at its place, at the import and later', async (_why, other) => {
  const { api, db } = createTestVault()
  const said = [{ ...paired, ...other } as typeof paired]
  const refused = { code: 'invalid-input', places: ['said.0.pairedWith'] }
  await expect(api.packs.import({ text: lantern, said })).rejects.toMatchObject(refused)
  expect(db.prepare('SELECT count(*) FROM packs').pluck().get()).toBe(0)
  await api.packs.import({ text: lantern })
  await expect(api.packs.describe({ id: 'lantern', said })).rejects.toMatchObject(refused)
})

test('fault 138: a pack whose counterpart is here and doesn’t fit is refused at that place', async () => {
  const { api, db } = createTestVault()
  const pairedWith = { instrument: 'attune-alliance-therapist', scale: 'alliance', byItems: true }
  const text = packText({ scales: [{ ...gad7.scales[0], pairedWith }] })
  expect(await api.packs.preview({ text })).toMatchObject({
    preview: { ok: false, problems: [{ place: 'scales.0.pairedWith', reason: { code: 'pair-differs' } }] },
    next: null,
  })
  expect(await api.packs.import({ text })).toMatchObject({ kind: 'refused' })
  expect(db.prepare('SELECT count(*) FROM packs').pluck().get()).toBe(0)
})
