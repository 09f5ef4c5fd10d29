import { expect, test } from 'vitest'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { auditRules } from './audit-rules.ts'

const rules: Readonly<Record<string, Readonly<Record<string, object | undefined>>>> = auditRules

test('every operation that changes something is audited or says why not', () => {
  const silent = Object.entries(vaultContract).flatMap(([feature, operations]) =>
    Object.entries(operations)
      .filter(([name, { kind }]) => kind === 'mutation' && rules[feature]?.[name] === undefined)
      .map(([name]) => `${feature}.${name}`),
  )
  expect(silent).toEqual([])
})

test('every rule belongs to an existing operation', () => {
  const known = new Set(
    Object.entries(vaultContract).flatMap(([feature, operations]) =>
      Object.keys(operations).map((name) => `${feature}.${name}`),
    ),
  )
  const ruled = Object.entries(rules).flatMap(([feature, operations]) =>
    Object.keys(operations).map((name) => `${feature}.${name}`),
  )
  expect(ruled.filter((path) => !known.has(path))).toEqual([])
})

test('few operations are not audited, and each has its reason', () => {
  const exempt = Object.entries(rules).flatMap(([feature, operations]) =>
    Object.entries(operations).flatMap(([name, rule]) =>
      rule && 'notAudited' in rule ? [[`${feature}.${name}`, rule.notAudited] as const] : [],
    ),
  )
  expect(exempt.map(([path]) => path).toSorted()).toEqual([
    'audit.check',
    'backups.cancelRestore',
    'backups.open',
    'backups.restore',
    'drafts.discardForm',
    'drafts.save',
    'drafts.saveForm',
    'evidence.mark',
    'evidence.saveExport',
    'foresight.setOn',
    'handOver.saveAnswers',
    'keys.beginRecoveryKey',
    'keys.beginReencryption',
    'keys.cancel',
    'keys.prove',
    'reading.cancel',
    'replies.cancel',
    'replies.markRead',
    'replies.prepare',
    'review.cancel',
    'review.lookedAt',
    'review.noteLookedThrough',
    'sharing.noteLookedThrough',
  ])
  for (const [, why] of exempt) expect(why).toMatch(/\w+ \w+ \w+/)
})
