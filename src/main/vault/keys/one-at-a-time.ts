import { AppError } from '#shared/contract/result.ts'

export type Alone = <T>(action: () => Promise<T>) => Promise<T>

/** Runs one key derivation at a time. Refuses a second one with `not-available` instead of queueing it. */
export function createOneAtATime(): Alone {
  let isBusy = false
  return async (action) => {
    if (isBusy) throw new AppError('not-available')
    isBusy = true
    try {
      return await action()
    } finally {
      isBusy = false
    }
  }
}
