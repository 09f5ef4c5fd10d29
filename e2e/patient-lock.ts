import type { Running } from './fixtures.ts'

/**
 * Gives a lock five seconds in place of half a second to save what is being typed, for tests of what it saves. Where
 * everything is slow, some of it would be lost, as the page then says; `lock.test.ts` proves the time.
 */
export async function letLockWait({ app }: Pick<Running, 'app'>): Promise<void> {
  await app.evaluate(() => {
    const start = globalThis.setTimeout
    const startLater = (run: () => void, milliseconds?: number) =>
      start(run, milliseconds === 500 ? 5_000 : milliseconds)
    Object.assign(globalThis, { setTimeout: startLater })
  })
}
