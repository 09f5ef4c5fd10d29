import { expect, test } from 'vitest'
import type { Examined } from './child/examine.ts'
import { differenceBetween } from './judge.ts'

const undisturbed: Examined = {
  secrets: { typed: 'opened' },
  integrity: 'ok',
  hasGoneBack: false,
  recoveryKeySince: null,
  files: ['vault/keys.attune', 'vault/vault-2.db'],
  strangeBackups: [],
  keptBefore: ['before-re-encryption'],
  rows: { sessions: ['{"id":"s1"}'], earlier_keys: ['{"count(*)":1}'] },
  secondVault: 'vault-exists',
}
const keptAside: Examined = {
  ...undisturbed,
  files: [...undisturbed.files, 'vault/vault-1.db.set-aside-before-re-encryption-20260320T150000Z-1'],
}

test('a replaced state may be kept as a backup or set aside, but not at all is a loss', () => {
  expect(differenceBetween(undisturbed, keptAside, true)).toBeNull()
  expect(differenceBetween(undisturbed, { ...undisturbed, keptBefore: [] }, true)).toMatch(
    /0 states kept from before-re-encryption instead of 1/,
  )
})

test('a state that is kept twice, by a step that was cut or tried again, is no loss', () => {
  const keptTwice = { ...undisturbed, keptBefore: ['before-re-encryption', 'before-re-encryption'] }
  expect(differenceBetween(undisturbed, keptTwice, false)).toBeNull()
})

test('a re-encryption that is tried again may leave one more earlier key, but never one fewer', () => {
  const withKeys = (count: number): Examined => ({
    ...undisturbed,
    rows: { ...undisturbed.rows, earlier_keys: [`{"count(*)":${count}}`] },
  })
  expect(differenceBetween(undisturbed, withKeys(2), true)).toBeNull()
  expect(differenceBetween(undisturbed, withKeys(0), true)).toMatch(/table earlier_keys/)
  expect(differenceBetween(undisturbed, withKeys(2), false)).toMatch(/table earlier_keys/)
})

test('a backup that is damaged is reported however often a step was tried', () => {
  const damaged = { ...undisturbed, strangeBackups: ['"usual-1": damaged'] }
  expect(differenceBetween(undisturbed, damaged, true)).toMatch(/damaged/)
})
