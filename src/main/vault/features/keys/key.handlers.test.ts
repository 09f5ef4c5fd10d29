import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { another, opened, passphrase, readBack, start } from './testing/key-vault.ts'

test('a recovery key counts once two of its groups were read back, and then opens the vault alone', async () => {
  const { folder, vault, api } = await opened()
  const shown = await api.keys.beginRecoveryKey({ passphrase: null })
  expect(shown.asked[0]).toBeLessThan(shown.asked[1])
  expect((await api.vault.status()).recoveryKeySince).toBeNull()

  const wrong = readBack(shown)
  wrong.groups[1].text = '00000'
  await expect(api.keys.confirmRecoveryKey(wrong)).rejects.toMatchObject({
    code: 'recovery-key-not-confirmed',
    places: ['groups.1'],
  })
  expect((await api.vault.status()).recoveryKeySince).toBeNull()
  const status = await api.keys.confirmRecoveryKey(readBack(shown))
  expect(status.recoveryKeySince).toBe('2026-03-20T15:00:00.000Z')
  // The key is shown once, and can't be confirmed twice.
  await expect(api.keys.confirmRecoveryKey(readBack(shown))).rejects.toMatchObject({ code: 'not-available' })
  await vault.close()

  const next = start(folder)
  expect(await next.api.vault.status()).toMatchObject({
    state: 'locked',
    recoveryKeySince: '2026-03-20T15:00:00.000Z',
  })
  const typed = shown.groups.join('-').toLowerCase()
  const mistyped = `${typed.slice(0, 12)}${typed[12] === 'a' ? 'b' : 'a'}${typed.slice(13)}`
  await expect(next.api.vault.unlockWithRecoveryKey({ recoveryKey: mistyped })).rejects.toMatchObject({
    code: 'recovery-key-mistyped',
    places: ['recoveryKey.3'],
  })
  expect((await next.api.vault.status()).failedAttempts).toBe(0)
  expect(await next.api.vault.unlockWithRecoveryKey({ recoveryKey: typed })).toMatchObject({
    state: 'open',
    mustChoosePassphrase: true,
  })
  // Until there is a passphrase again, the vault process answers nothing about the content.
  await expect(next.api.clients.list()).rejects.toMatchObject({ code: 'not-available' })
  await expect(next.api.keys.choosePassphrase({ next: 'too short' })).rejects.toMatchObject({
    code: 'passphrase-too-short',
  })
  expect(await next.api.keys.choosePassphrase({ next: another })).toMatchObject({
    mustChoosePassphrase: false,
    recoveryKeySince: '2026-03-20T15:00:00.000Z',
  })
  expect(await next.api.clients.list()).toEqual([])
  await expect(next.api.keys.choosePassphrase({ next: passphrase })).rejects.toMatchObject({
    code: 'not-available',
  })
  await next.vault.close()

  const last = start(folder)
  await expect(last.api.vault.unlock({ passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' })
  expect(await last.api.vault.unlock({ passphrase: another })).toMatchObject({ mustChoosePassphrase: false })
})

test('in an open vault a new recovery key needs the passphrase, and the earlier one stays until it is confirmed', async () => {
  const { folder, vault, api } = await opened()
  const first = await api.keys.beginRecoveryKey({ passphrase: null })
  await api.keys.confirmRecoveryKey(readBack(first))
  await expect(api.keys.beginRecoveryKey({ passphrase: null })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  await expect(api.keys.beginRecoveryKey({ passphrase: another })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  const second = await api.keys.beginRecoveryKey({ passphrase })
  await vault.close()

  const next = start(folder)
  await expect(
    next.api.vault.unlockWithRecoveryKey({ recoveryKey: second.groups.join(' ') }),
  ).rejects.toMatchObject({ code: 'wrong-recovery-key' })
  expect((await next.api.vault.status()).failedAttempts).toBe(1)
  await next.api.vault.unlockWithRecoveryKey({ recoveryKey: first.groups.join(' ') })
  expect((await next.api.vault.status()).failedAttempts).toBe(0)
})

test('a first recovery key needs no passphrase only until something is saved in the new vault', async () => {
  const { api } = await opened()
  await api.keys.beginRecoveryKey({ passphrase: null })
  await api.clients.create(clientEntry())
  await expect(api.keys.beginRecoveryKey({ passphrase: null })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  await expect(api.keys.beginRecoveryKey({ passphrase })).resolves.toMatchObject({
    groups: expect.anything(),
  })
})

test('changing the passphrase needs the current one', async () => {
  const { folder, vault, api } = await opened()
  await expect(api.keys.changePassphrase({ current: another, next: another })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  await expect(api.keys.choosePassphrase({ next: another })).rejects.toMatchObject({ code: 'not-available' })
  await api.keys.changePassphrase({ current: passphrase, next: another })
  await vault.close()
  const next = start(folder)
  await expect(next.api.vault.unlock({ passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await next.api.vault.unlock({ passphrase: another })
})

test('setting a PIN needs the passphrase, and the PIN ends a hand-over and opens nothing else', async () => {
  const { folder, vault, api } = await opened()
  await expect(api.keys.setPin({ passphrase: another, pin: '1234' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  for (const pin of ['123', '123456789', '12a4'])
    await expect(api.keys.setPin({ passphrase, pin })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(api.keys.setPin({ passphrase, pin: '1212' })).rejects.toMatchObject({ code: 'pin-common' })
  expect(await api.keys.setPin({ passphrase, pin: '2719' })).toMatchObject({ hasPin: true, pinTriesLeft: 3 })
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  const sessionId = log.session.id

  await api.handOver.begin({ sessionId })
  await expect(api.handOver.return({ pin: '1111' })).rejects.toMatchObject({ code: 'wrong-pin' })
  expect((await api.vault.status()).pinTriesLeft).toBe(2)
  await api.handOver.return({ pin: '2719' })

  await api.handOver.begin({ sessionId })
  const many = await Promise.allSettled(
    ['1111', '2222', '3333', '2719', '2719'].map((pin) => api.handOver.return({ pin })),
  )
  expect(
    many.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'returned')),
  ).not.toContain('returned')
  expect(await api.vault.status()).toMatchObject({ state: 'handOver', hasPin: true, pinTriesLeft: 0 })
  await expect(api.handOver.return({ pin: '2719' })).rejects.toMatchObject({ code: 'pin-used-up' })
  await api.handOver.return({ passphrase })

  await api.handOver.begin({ sessionId })
  expect((await api.vault.status()).pinTriesLeft).toBe(3)
  await api.handOver.return({ pin: '2719' })
  await vault.close()
  const next = start(folder)
  await expect(next.api.vault.unlock({ passphrase: '2719' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  await next.api.vault.unlock({ passphrase })
  expect(await next.api.keys.removePin()).toMatchObject({ hasPin: false, pinTriesLeft: 0 })
  await next.api.handOver.begin({ sessionId })
  await expect(next.api.handOver.return({ pin: '2719' })).rejects.toMatchObject({ code: 'not-available' })
})

test('wrong tries are counted across processes, and the next try must wait', async () => {
  const { folder, vault } = await opened()
  await vault.close()
  const first = start(folder)
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(first.api.vault.unlock({ passphrase: another })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  await first.vault.close()
  const next = start(folder)
  const { failedAttempts, waitMilliseconds } = await next.api.vault.status()
  expect(failedAttempts).toBe(3)
  expect(waitMilliseconds).toBeGreaterThan(3_000)
  expect(waitMilliseconds).toBeLessThanOrEqual(4_000)
  await next.api.vault.unlock({ passphrase })
  expect(await next.api.vault.status()).toMatchObject({ failedAttempts: 0, waitMilliseconds: 0 })
})

test('if a primitive gives a wrong answer, nothing is created and nothing is opened', async () => {
  const { folder, vault } = await opened()
  await vault.close()
  const failing = start(folder, {
    selfTest: () => Promise.reject(new AppError('self-test-failed', ['gcm'])),
  })
  await expect(failing.api.vault.unlock({ passphrase })).rejects.toMatchObject({
    code: 'self-test-failed',
    places: ['gcm'],
  })
  const empty = start(join(temporaryFolder(), 'vault'), {
    selfTest: () => Promise.reject(new AppError('self-test-failed')),
  })
  await expect(empty.api.vault.create({ passphrase })).rejects.toMatchObject({ code: 'self-test-failed' })
  expect((await empty.api.vault.status()).presence).toBe('none')
})

test('a passphrase of a million characters is refused before any key is derived', async () => {
  const { folder, vault } = await opened()
  await vault.close()
  const { api } = start(folder)
  await expect(api.vault.unlock({ passphrase: 'a'.repeat(1_000_000) })).rejects.toMatchObject({
    code: 'invalid-input',
    places: ['passphrase'],
  })
  expect((await api.vault.status()).failedAttempts).toBe(0)
})
