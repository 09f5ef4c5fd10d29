import { expect, test } from 'vitest'
import { wellbeingCheckSchema } from '#shared/records/wellbeing-check.ts'
import { answersOf } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

function check(values: Record<string, number | null>, change: object = {}) {
  return wellbeingCheckSchema.parse({
    id: crypto.randomUUID(),
    takenOn: '2026-03-20',
    instrumentId: 'attune-wellbeing',
    instrumentVersion: 1,
    answers: answersOf(values),
    note: '',
    recordedAt: '2026-03-20T15:00:00.000Z',
    ...change,
  })
}

test('a private check is stored once, however often it is sent, and listed newest first', async () => {
  const { api } = createTestVault()
  const first = check({ exhaustion: 6, disengagement: null, 'personal-burden': 3 }, { takenOn: '2026-03-13' })
  const second = check({ exhaustion: 4, disengagement: 1, 'personal-burden': 3 })
  for (const one of [first, second, second]) await api.wellbeing.save(one)
  expect(await api.wellbeing.list()).toEqual([second, first])
  await expect(api.wellbeing.save({ ...second, note: 'other words' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a check that is out of range or has a future date is refused', async () => {
  const { api } = createTestVault()
  await expect(api.wellbeing.save(check({ exhaustion: 12 }))).rejects.toMatchObject({
    code: 'rating-out-of-range',
  })
  await expect(api.wellbeing.save(check({ exhaustion: 2 }, { takenOn: '2026-03-21' }))).rejects.toMatchObject(
    {
      code: 'rated-in-future',
    },
  )
})
