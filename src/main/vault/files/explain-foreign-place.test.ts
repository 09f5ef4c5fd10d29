import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { explainForeignPlace } from './explain-foreign-place.ts'

const systemError = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['ENOENT', 'place-missing'],
  ['EACCES', 'place-read-only'],
  ['EROFS', 'place-read-only'],
  ['ENOSPC', 'disk-full'],
  ['EIO', 'disk-error'],
])(
  'faults 15, 16, 17: %s in a user’s folder is reported as %s, not as a fault of the vault',
  (system, code) => {
    expect(explainForeignPlace(systemError(system))).toMatchObject({ name: 'AppError', code })
  },
)

test('errors with a code and unforeseen errors stay unchanged', () => {
  const coded = new AppError('place-not-allowed')
  const unforeseen = new Error('no code')
  expect(explainForeignPlace(coded)).toBe(coded)
  expect(explainForeignPlace(unforeseen)).toBe(unforeseen)
})
