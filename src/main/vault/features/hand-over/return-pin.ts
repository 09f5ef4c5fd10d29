import { randomBytes, timingSafeEqual } from 'node:crypto'
import type Database from 'better-sqlite3'
import { mostPinTries } from '#shared/contract/operations/keys.ts'
import { AppError } from '#shared/contract/result.ts'
import { isCommonPin } from '#shared/passphrase/common-pin.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import { argon2Floor, stretch } from '../../keys/stretch.ts'
import { createPinRepository } from '../../records/pin.repository.ts'

/**
 * The PIN that ends a hand-over. It opens nothing else and allows three tries per hand-over. That is few enough for
 * four digits, because this process counts them and reloading the page does not reset them.
 */
export function createReturnPin(db: Database.Database, auditLog: Pick<AuditLog, 'change'>) {
  const repository = createPinRepository(db)
  let triesLeft: number = mostPinTries

  return {
    isSet: (): boolean => repository.get() !== null,
    triesLeft: (): number => (repository.get() === null ? 0 : triesLeft),
    /** Resets the tries at the start of a hand-over. */
    begin: (): void => {
      triesLeft = mostPinTries
    },
    /** Throws `pin-common` for a PIN that is guessed within a few tries. */
    set: async (pin: Uint8Array): Promise<void> => {
      if (isCommonPin(new TextDecoder().decode(pin))) throw new AppError('pin-common')
      const salt = randomBytes(16)
      const hash = await stretch(pin, salt, argon2Floor)
      auditLog.change(
        () => change(db, () => repository.put({ salt, hash })),
        () => [{ kind: 'security-settings-changed' }],
      )
    },
    remove: (): void => change(db, () => repository.remove()),
    /** Throws `wrong-pin`, or `pin-used-up` once no try is left; `not-available` if no PIN is set. */
    check: async (pin: Uint8Array): Promise<void> => {
      const stored = repository.get()
      if (!stored) throw new AppError('not-available')
      if (triesLeft === 0) throw new AppError('pin-used-up')
      // Counted before the slow check, so that parallel requests also get only three tries.
      triesLeft -= 1
      const hash = await stretch(pin, stored.salt, argon2Floor)
      if (timingSafeEqual(hash, stored.hash)) triesLeft = mostPinTries
      else throw new AppError(triesLeft === 0 ? 'pin-used-up' : 'wrong-pin')
    },
  }
}

export type ReturnPin = ReturnType<typeof createReturnPin>
