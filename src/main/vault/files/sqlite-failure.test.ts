import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { explainStorageFailure } from './sqlite-failure.ts'

const failing = (code: string, errno: number): Error => Object.assign(new Error(code), { code, errno })

test.each([
  ['ENOSPC', -constants.errno.ENOSPC, 'disk-full'],
  // What Node says of a used-up quota, for which it has no name.
  [`Unknown system error -${constants.errno.EDQUOT}`, -constants.errno.EDQUOT, 'disk-full'],
  ['EROFS', -constants.errno.EROFS, 'vault-read-only'],
  ['EACCES', -constants.errno.EACCES, 'vault-read-only'],
  ['EIO', -constants.errno.EIO, 'disk-error'],
] as const)('fault 14, fault 17: %s gets its own code', (code, errno, expected) => {
  const explained = explainStorageFailure(failing(code, errno))
  expect(explained).toBeInstanceOf(AppError)
  expect(explained).toMatchObject({ code: expected })
})

test('an error that is not about storage stays unchanged', () => {
  for (const cause of [failing('ECONNRESET', -104), new TypeError('no'), 'text'])
    expect(explainStorageFailure(cause)).toBe(cause)
})
