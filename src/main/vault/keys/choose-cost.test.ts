import { expect, test, vi } from 'vitest'
import { chooseArgon2Cost } from './choose-cost.ts'
import { argon2CostSchema } from './stretch.ts'

// These tests stretch passphrases at their true cost.
vi.unmock('./argon2.ts')

const gibibyte = 1024 ** 3
const chosen = (milliseconds: number, memoryBytes = 64 * gibibyte) =>
  chooseArgon2Cost({ measure: () => Promise.resolve(milliseconds), memoryBytes })

test('the memory is chosen so that a derivation takes about three quarters of a second', async () => {
  expect(await chosen(375)).toEqual({ memoryKibibytes: 128 * 1024, passes: 3, parallelism: 1 })
  expect(await chosen(250)).toEqual({ memoryKibibytes: 192 * 1024, passes: 3, parallelism: 1 })
})

test('however slow, fast or small the computer is, the cost stays within its bounds', async () => {
  expect((await chosen(60_000)).memoryKibibytes).toBe(64 * 1024)
  expect((await chosen(0)).memoryKibibytes).toBe(1024 * 1024)
  expect((await chosen(10, 4 * gibibyte)).memoryKibibytes).toBe(512 * 1024)
  expect((await chosen(10, gibibyte / 4)).memoryKibibytes).toBe(64 * 1024)
  for (const milliseconds of [0, 1, 33, 749, 5_000])
    expect(argon2CostSchema.safeParse(await chosen(milliseconds)).success).toBe(true)
})

test('the cost can be measured on this computer', async () => {
  expect(argon2CostSchema.safeParse(await chooseArgon2Cost()).success).toBe(true)
})
