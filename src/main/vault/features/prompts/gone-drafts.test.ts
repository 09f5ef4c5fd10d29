import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { lockedVault, startVault } from '../../testing/running-vault.ts'

const day = 86_400_000

test('words for dismissing a prompt that nothing shows any more go after 30 days, and no others', async () => {
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const folder = await lockedVault(clock)
  const start = async () => {
    const running = startVault(folder, clock)
    await running.unlock()
    return running
  }
  const first = await start()
  const client = clientEntry()
  await first.api.clients.create(client)
  for (const number of [1, 2]) {
    const event = { id: randomUUID(), kind: 'concern-raised', note: '' } as const
    const log = sessionLog(client.id, { session: { number, date: `2026-03-0${number}` }, events: [event] })
    await first.api.sessions.save({ log, expectedRevision: 0 })
  }
  const { prompts } = await first.api.clients.overview({ id: client.id })
  expect(prompts).toMatchObject([{ ruleId: 'concern-raised', sessionNumber: 2 }])
  const draft = (number: number) => {
    const subject = `${client.id} concern-raised ${number}`
    return { form: 'prompt-dismissal', subject, clientId: client.id, content: '{"note":"Not n"}' } as const
  }
  const ofSession = (number: number) =>
    ({ form: 'prompt-dismissal', subject: draft(number).subject }) as const
  const own = { ...draft(1), subject: 'own rest 1', clientId: null }
  for (const each of [draft(1), draft(2), own]) await first.api.drafts.saveForm(each)
  await first.handlers.close()

  clock.now = new Date(clock.now.getTime() + 29 * day)
  const early = await start()
  // By then, the work of the idle time after an unlock is done.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await early.api.drafts.getForm(ofSession(1))).not.toBeNull()
  await early.handlers.close()

  clock.now = new Date(clock.now.getTime() + 2 * day)
  const late = await start()
  const found = async (key: Pick<typeof own, 'form' | 'subject'>) =>
    (await late.api.drafts.getForm({ form: key.form, subject: key.subject })) !== null
  await vi.waitFor(async () => expect(await found(draft(1))).toBe(false), { timeout: 15_000, interval: 200 })
  expect(await found(own)).toBe(false)
  expect(await found(draft(2))).toBe(true)
}, 60_000)
