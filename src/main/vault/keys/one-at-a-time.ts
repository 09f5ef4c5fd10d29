import { AppError } from '#shared/contract/result.ts'

export type Alone = <T>(action: () => Promise<T>) => Promise<T>

/** Lets one key derivation run at a time: a second one is refused with `not-available`, not queued. */
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
