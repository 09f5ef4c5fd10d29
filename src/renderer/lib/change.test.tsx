import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { contract, type ChangePath, type QueryPath } from '#shared/contract/contract.ts'
import type { Operations } from '#shared/contract/operation.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { renderInCache, type Answer } from '#renderer/testing/render-hooks.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { useAsk } from './ask.ts'
import { useChange, useChangeBy, useQuietChange, useTakeStatus } from './change.ts'

afterEach(cleanup)

const operations: Operations = contract
/** Every change of the contract. A path from the contract has the type of its paths. */
const changes = Object.entries(operations).flatMap(([feature, named]) =>
  Object.entries(named).flatMap(([name, { kind }]) =>
    kind === 'mutation' ? [`${feature}.${name}` as ChangePath] : [],
  ),
)
/** The answers on screen in these tests, one of each kind. */
const shown = ['clients.list', 'vault.status', 'settings.get', 'vaultFolder.get'] as const

/** A screen that shows some answers, all of them loaded, and can send a change. */
async function screenWith(path: ChangePath, answer?: Answer) {
  const app = renderInCache(() => {
    const queries = [
      useAsk('clients.list'),
      useAsk('vault.status'),
      useAsk('settings.get'),
      useAsk('vaultFolder.get'),
    ] as const
    // The input of a change does not affect what it makes stale.
    return { queries, change: useChange(path as 'vault.create') }
  }, answer)
  await waitFor(() => expect(app.result.current.queries.every(({ isFetching }) => !isFetching)).toBe(true))
  app.asked.length = 0
  return {
    ...app,
    change: () =>
      act(() =>
        app.result.current.change.mutateAsync({ passphrase: typedSecret('lamps') }).catch(() => null),
      ),
    /** The answers on screen that were asked for again. */
    askedAgain: async (): Promise<QueryPath[]> => {
      await waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
      return shown.filter((query) => app.asked.includes(query))
    },
  }
}

/** The changes after which a screen does not ask again for all of the vault's answers. */
const exceptions: Partial<Record<ChangePath, readonly QueryPath[]>> = {
  ...Object.fromEntries(
    (
      [
        'app.noteActivity',
        'app.noteCopied',
        'app.quit',
        'app.showTextMenu',
        'app.zoom',
        'files.choose',
        'files.printPage',
        'links.openDoi',
        'lock.now',
        'lock.ready',
        'keys.beginRecoveryKey',
        'keys.beginReencryption',
        'keys.cancel',
        'keys.prove',
        'backups.open',
        'backups.cancelRestore',
        'backups.chooseFolder',
        'backups.forgetFolder',
        'backups.restore',
        'reading.cancel',
        'handOver.agree',
        'handOver.begin',
        'handOver.beginTogether',
        'handOver.finish',
        'handOver.return',
        'handOver.saveAnswers',
        'drafts.save',
        'drafts.saveForm',
        'drafts.discardForm',
        'drafts.discard',
        'audit.notePrinted',
        'exports.noteChartCopied',
        'exports.saveChart',
        'contacts.noteCardCopied',
        'contacts.saveCard',
        'contacts.remove',
        'clients.setForms',
        'foresight.seal',
        'foresight.setOn',
        'evidence.mark',
        'evidence.saveNote',
        'evidence.removeOwn',
        'rights.erase',
        'sessions.move',
        'replies.cancel',
        'replies.prepare',
        'review.preview',
        'review.cancel',
        'review.eraseClient',
        'review.eraseSupervisee',
      ] satisfies ChangePath[]
    ).map((path) => [path, []]),
  ),
  'settings.update': ['settings.get'],
  ...Object.fromEntries(
    (
      [
        'vault.create',
        'vault.unlock',
        'vault.unlockWithRecoveryKey',
        'vault.goOn',
        'keys.changePassphrase',
        'keys.choosePassphrase',
        'keys.confirmRecoveryKey',
        'keys.reencrypt',
        'keys.setPin',
        'keys.removePin',
      ] satisfies ChangePath[]
    ).map((path) => [path, ['clients.list']]),
  ),
}

describe('planted: a screen with stale answers', () => {
  test.each(changes)('is refreshed by %s', async (path) => {
    const { change, askedAgain } = await screenWith(path)
    await change()
    expect(await askedAgain()).toEqual(exceptions[path] ?? ['clients.list', 'vault.status'])
  })
})

/** A screen whose list takes a while to load again; `release` ends the wait. */
async function slowScreen(path: 'sample.load' | 'sessions.save') {
  const gate = Promise.withResolvers<null>()
  let isFirst = true
  const app = await screenWith(path, (asked) => {
    if (asked !== 'clients.list') return null
    if (!isFirst) return gate.promise
    isFirst = false
    return null
  })
  const done: string[] = []
  const changing = app.result.current.change
    .mutateAsync({ passphrase: typedSecret('lamps') })
    .then(() => done.push('changed'))
  await waitFor(() => expect(app.asked).toContain('clients.list'))
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  return { done, release: () => act(() => (gate.resolve(null), changing)) }
}

test('a change counts as done only once the screen shows it', async () => {
  const { done, release } = await slowScreen('sample.load')
  expect(done).toEqual([])
  await release()
  expect(done).toEqual(['changed'])
})

test('saving a session waits for no screen', async () => {
  const { done, release } = await slowScreen('sessions.save')
  expect(done).toEqual(['changed'])
  await release()
})

test('a visible list stays unchanged after a bookmark, and is asked for when next opened', async () => {
  const { change, askedAgain, queryClient } = await screenWith('evidence.mark')
  await change()
  expect(await askedAgain()).toEqual([])
  expect(queryClient.getQueryState(['clients.list'])?.isInvalidated).toBe(true)
})

describe('a change that fails', () => {
  const failing =
    (code: ErrorCode): Answer =>
    (path) => {
      if (shown.some((query) => query === path)) return null
      throw new AppError(code)
    }
  test.each([
    ['clients.update', 'conflict', []],
    ['clients.update', 'read-only', ['vault.status']],
    ['clients.update', 'vault-damaged', ['vault.status']],
    ['vault.unlock', 'wrong-passphrase', ['vault.status']],
    ['vault.unlockWithRecoveryKey', 'wrong-recovery-key', ['vault.status']],
    ['handOver.return', 'wrong-pin', ['vault.status']],
    ['prompts.answer', 'prompt-gone', ['clients.list', 'vault.status']],
  ] as const)('%s with %s asks again only for answers that may have changed', async (path, code, again) => {
    const { change, askedAgain } = await screenWith(path, failing(code))
    await change()
    expect(await askedAgain()).toEqual(again)
  })

  test('a query that finds the vault damaged makes the page ask for the status again', async () => {
    const { result, asked } = renderInCache(
      () => [useAsk('vault.status'), useAsk('clients.list', undefined, { enabled: false })] as const,
      (path) => {
        if (path === 'clients.list') throw new AppError('vault-damaged')
        return null
      },
    )
    await waitFor(() => expect(result.current[0].isSuccess).toBe(true))
    await act(() => result.current[1].refetch())
    await waitFor(() => expect(asked).toEqual(['vault.status', 'clients.list', 'vault.status']))
  })
})

test('a change with several steps answers with the last one', async () => {
  const { result, asked } = renderInCache(
    () =>
      useChangeBy('audit.export', async (save, format: 'lines' | 'csv') => {
        const { entries } = await save({ token: '', format, proof: null })
        return `${String(entries)} in ${format}`
      }),
    () => ({ entries: 3 }),
  )
  await act(() => result.current.mutateAsync('csv'))
  await waitFor(() => expect(result.current.data).toBe('3 in csv'))
  expect(asked).toEqual(['audit.export'])
})

test('a quiet change is sent without rendering the screen again', async () => {
  let drawn = 0
  const { result, asked, queryClient } = renderInCache(() => {
    drawn += 1
    return useQuietChange('drafts.discard')
  })
  const before = drawn
  await act(() => result.current({ sessionId: '' }))
  expect(asked).toEqual(['drafts.discard'])
  expect(drawn).toBe(before)
  await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]))
})

test('the input of a change is forgotten with its screen', async () => {
  const { result, unmount, queryClient } = renderInCache(() => useChange('vault.unlock'))
  await act(() => result.current.mutateAsync({ passphrase: typedSecret('correct horse') }))
  expect(queryClient.getMutationCache().getAll()).toHaveLength(1)
  unmount()
  await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]))
})

test('a status in the answer to a change reaches every screen', async () => {
  const { result, asked } = renderInCache(() => ({
    status: useAsk('vault.status').data,
    take: useTakeStatus(),
  }))
  await waitFor(() => expect(result.current.status).toBeNull())
  const status = vaultStatus({ state: 'handOver', hasPin: true })
  act(() => result.current.take(status))
  await waitFor(() => expect(result.current.status).toEqual(status))
  expect(asked).toEqual(['vault.status'])
})

describe('if Today comes next', () => {
  const todaysQuestions = ['today.get', 'attention.today']
  /** The questions sent in the same moment in which a screen takes a status. */
  const askedAfter = (status: VaultStatus): string[] => {
    const { result, asked } = renderInCache(() => useTakeStatus())
    act(() => result.current(status))
    return asked
  }
  afterEach(() => {
    window.location.hash = ''
  })

  test('its questions are sent with the status', () => {
    expect(askedAfter(vaultStatus())).toEqual(todaysQuestions)
  })

  test.each([
    ['the vault is not open', vaultStatus({ state: 'locked' })],
    ['a new passphrase must be chosen first', vaultStatus({ mustChoosePassphrase: true })],
    [
      'the user must first decide about an older vault',
      vaultStatus({ goneBack: { kind: 'older', newestBackup: null } }),
    ],
  ])('they are not sent if %s', (_reason, status) => {
    expect(askedAfter(status)).toEqual([])
  })

  test('they are not sent if a reload kept the address of another screen', () => {
    window.location.hash = '#/evidence'
    expect(askedAfter(vaultStatus())).toEqual([])
    window.location.hash = '#/'
    expect(askedAfter(vaultStatus())).toEqual(todaysQuestions)
  })
})
