import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { assertKnownAnswers, knownAnswerChecks } from './self-test.ts'

test('every primitive gives its published answer here', async () => {
  for (const [name, check] of Object.entries(knownAnswerChecks)) expect(await check(), name).toBe(true)
  await assertKnownAnswers()
})

test('a wrong answer or a missing primitive is reported by name', async () => {
  const wrong = { ...knownAnswerChecks, hkdf: () => false }
  await expect(assertKnownAnswers(wrong)).rejects.toMatchObject({
    code: 'self-test-failed',
    places: ['hkdf'],
  })
  const missing = {
    ...knownAnswerChecks,
    argon2: () => Promise.reject(new Error('no WebAssembly here')),
  }
  await expect(assertKnownAnswers(missing)).rejects.toMatchObject({
    code: 'self-test-failed',
    places: ['argon2'],
  })
})

test('Node’s own Argon2id gives the vector of RFC 9106, section 5.3', () => {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    memory: 32,
    passes: 3,
    tagLength: 32,
  })
  expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659')
})
