import { expect, test } from 'vitest'
import { assertSealingIsKnown } from './known-bundle.ts'
import { makeOwnKeys } from './make-own-keys.ts'
import { encryptAnything } from './testing/people.ts'

test('the known files and the published signature are as expected', async () => {
  await expect(assertSealingIsKnown()).resolves.toBeUndefined()
})

test('an age or a signature that answers otherwise is refused before anything is sealed', async () => {
  const { age, public: keys } = await makeOwnKeys()
  const other = {
    identity: age,
    file: Buffer.from(await encryptAnything('other', keys.age)).toString('base64'),
  }
  const ed25519 = {
    private: '00'.repeat(32),
    public: '00'.repeat(32),
    message: '72',
    signature: '00'.repeat(64),
  }
  for (const given of [{ x25519: other }, { postQuantum: other }, { ed25519 }])
    await expect(assertSealingIsKnown(given)).rejects.toMatchObject({ code: 'self-test-failed' })
})
