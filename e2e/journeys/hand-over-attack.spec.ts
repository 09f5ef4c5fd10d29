import { english } from '#shared/i18n/en/index.ts'
import { breakOff } from '../attacks/break-off.ts'
import { expectNoWayOut, reachOut, type Secrets } from '../attacks/reach-out.ts'
import { call, expect, test, type Running } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { reload } from '../reload.ts'

const note = 'A sentence that only the therapist may read.'

/** Reads a client's page, writes a note, and hands the form of the same session over. */
async function handOverAfterWork(running: Running): Promise<Secrets> {
  const { page } = running
  const log = logPage(page)
  const { value: clients } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const { value: today } = (await call(page, 'today.get')) as {
    value: { sessions: { sessionId: string; clientCode: string }[] }
  }
  await shellPage(page).toClient('Harbour')
  await expect(shellPage(page).heading).toHaveText('Harbour')
  await shellPage(page).toToday()
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.notes.fill(note)
  await expect(log.draftKept).toBeVisible()
  await log.handOver()
  await expect(handOverPage(page).welcome).toBeVisible()
  return {
    words: [note, ...clients.map(({ client }) => client.code)],
    clientId: clients.find(({ client }) => client.code === 'Harbour')?.client.id ?? '',
    sessionId: today.sessions.find(({ clientCode }) => clientCode === 'Harbour')?.sessionId ?? '',
  }
}

/** The page has the form and nothing else: no way out of it, and no word of the therapist's in any part of it. */
async function expectOnlyForm(running: Running, secrets: Secrets, after: string): Promise<void> {
  await expect(running.page.getByRole('button', { name: english.handOver.stop.open }), after).toBeVisible()
  await expectNoWayOut(running, secrets, after)
}

/** Hands the computer over after some work, and starts the form. Gives it, and what must not be reached. */
async function startForm(running: Running) {
  const form = handOverPage(running.page)
  const secrets = await handOverAfterWork(running)
  await form.start()
  return { form, secrets }
}

test('fault 284: nothing that a client does at the form reaches anything of the therapist’s', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const { form, secrets } = await startForm(running)
  const stays = (after: string) => expectOnlyForm(running, secrets, after)
  await stays('the start')
  await reachOut(running, secrets, stays)

  await test.step('after the end, the answers are out of reach too', async () => {
    await form.rateAll(7)
    while (!(await form.comment.isVisible())) await form.next()
    await form.comment.fill('Only for my therapist.')
    await form.finish()
    await expect(form.thanks).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.evaluate(() => window.history.back())
    await reload(running)
    await expect(form.thanks).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(0)
    expect(await page.content()).not.toContain('Only for my therapist.')
    expect(await call(page, 'handOver.form')).toMatchObject({ value: { answers: {}, comment: '' } })
  })
})

test('fault 284: a reload, a second start, a crash and a kill bring nothing of the therapist’s back', async ({
  launch,
  openVault,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const { form, secrets } = await startForm(running)
  await form.rateAll(7)
  const isKept = async () => JSON.stringify(await call(page, 'handOver.form'))
  await expect.poll(isKept).toContain('"value":7')

  await test.step('a reload begins the form again, with its answers', async () => {
    await reload(running)
    await expect(form.welcome).toBeVisible()
    await form.start()
    await expectOnlyForm(running, secrets, 'a reload')
    await expect(page.getByRole('radio', { name: '7 out of 10' }).first()).toBeChecked()
  })

  const again = await breakOff(running, { launch, dataFolder }, secrets, (after) =>
    expectOnlyForm(running, secrets, after),
  )
  const kept = JSON.stringify(await call(again.page, 'sessions.get', { id: secrets.sessionId }))
  expect(kept).toContain('attune-alliance-client')
  expect(kept).toContain('"stopped"')
})
