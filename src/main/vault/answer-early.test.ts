import { expect, test, vi } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import { answerEarly } from './answer-early.ts'

const result = (value: unknown): Result => ({ ok: true, value })

function early(lockedStatus: () => unknown = () => 'early') {
  const close = vi.fn(() => Promise.resolve())
  const giveUp = vi.fn()
  const load = vi.fn(() =>
    Promise.resolve({
      route: ({ path }: { path: string }) => Promise.resolve(result(`whole: ${path}`)),
      close,
      giveUp,
    }),
  )
  const vault = answerEarly({ lockedStatus, load })
  const ask = (path: string, input?: unknown) => vault.route({ path, input })
  return { vault, ask, load, close, giveUp }
}

test('the first question about the status is answered before the rest is loaded, the second one loads the rest', async () => {
  const { ask, load } = early()
  expect(await ask('vault.status')).toEqual(result('early'))
  expect(load).not.toHaveBeenCalled()
  expect(await ask('vault.status')).toEqual(result('whole: vault.status'))
  expect(await ask('vault.unlock')).toEqual(result('whole: vault.unlock'))
  expect(load).toHaveBeenCalledOnce()
})

test('any other request loads the rest immediately, and a later status is answered after it', async () => {
  const { ask } = early()
  const answered: unknown[] = []
  await Promise.all(['vault.unlock', 'vault.status'].map(async (path) => answered.push(await ask(path))))
  expect(answered).toEqual([result('whole: vault.unlock'), result('whole: vault.status')])
})

test('an invalid status request, or a status that can’t be read early, is left to the whole vault', async () => {
  const failing = early(() => {
    throw new Error('the folder can’t be read')
  })
  expect(await failing.ask('vault.status')).toEqual(result('whole: vault.status'))
  expect(await early().ask('vault.status', { all: true })).toEqual(result('whole: vault.status'))
})

test('closing closes a loaded vault, and does not load one', async () => {
  const locked = early()
  await locked.ask('vault.status')
  await locked.vault.close(true)
  expect(locked.load).not.toHaveBeenCalled()
  const used = early()
  await used.ask('vault.unlock')
  await used.vault.close(true)
  expect(used.close).toHaveBeenCalledWith(true)
})

test('giving up reaches a loaded vault, and does not load one', async () => {
  const locked = early()
  locked.vault.giveUp()
  expect(locked.load).not.toHaveBeenCalled()
  const used = early()
  await used.ask('vault.unlock')
  used.vault.giveUp()
  await Promise.resolve()
  expect(used.giveUp).toHaveBeenCalledOnce()
})
