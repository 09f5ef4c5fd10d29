import { expect, test } from 'vitest'
import { assertAgeIsKnown } from './known-archive.ts'

test('the known age file opens, and a damaged one fails the self-test before anything is sealed', async () => {
  await expect(assertAgeIsKnown()).resolves.toBeUndefined()
  await expect(assertAgeIsKnown(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({
    code: 'self-test-failed',
    places: ['age'],
  })
})
