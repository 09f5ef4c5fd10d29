import { english } from '#shared/i18n/en/index.ts'
import { breakOff } from '../attacks/break-off.ts'
import { expectNoWayOut, reachOut, type Secrets } from '../attacks/reach-out.ts'
import { call, expect, test, type Running } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { reload } from '../reload.ts'

const words = english.together
const sessionNumber = 12

/** Reads a client's page, and opens the page with both views of one of the client's sessions. */
async function openBothViews(running: Running) {
  const { page } = running
  const { value: clients } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = clients.find(({ client }) => client.code === 'Lantern')?.client.id ?? ''
  const { value: overview } = (await call(page, 'clients.overview', { id: clientId })) as {
    value: { sessions: { id: string[]; number: number[] } }
  }
  const sessionId = overview.sessions.id[overview.sessions.number.indexOf(sessionNumber)] ?? ''
  const { value: full } = (await call(page, 'sessions.get', { id: sessionId })) as {
    value: { session: { notes: string } }
  }
  expect(full.session.notes.length).toBeGreaterThan(10)
  await shellPage(page).toClient('Lantern')
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/log/${sessionId}/returned#shown`)
  await page.getByRole('button', { name: words.offer.button }).click()
  await page.getByRole('button', { name: words.ask.yes }).click()
  const heading = page.getByRole('heading', { level: 1, name: words.views.title })
  await expect(heading).toBeVisible()
  const secrets: Secrets = {
    words: [full.session.notes, ...clients.map(({ client }) => client.code)],
    clientId,
    sessionId,
  }
  const stays = async (after: string) => {
    await expect(heading, after).toBeVisible()
    await expectNoWayOut(running, secrets, after)
  }
  return { secrets, stays }
}

test('fault 284: nothing that a client does at the page of both views reaches anything else', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { secrets, stays } = await openBothViews(running)
  await stays('the start')
  await reachOut(running, secrets, stays)
  const ofForm: [path: string, input: unknown][] = [
    ['handOver.form', undefined],
    ['handOver.saveAnswers', { answers: {}, comment: 'Not asked for.' }],
    ['handOver.finish', { stopped: false }],
  ]
  for (const [path, input] of ofForm)
    expect(await call(running.page, path, input), path).toMatchObject({ ok: false, code: 'not-available' })
  await stays('the form’s operations')
})

test('fault 284: a reload, a second start, a crash and a kill at the page of both views bring nothing back', async ({
  launch,
  openVault,
  dataFolder,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { secrets, stays } = await openBothViews(running)
  await reload(running)
  await stays('a reload')
  await breakOff(running, { launch, dataFolder }, secrets, stays)
})
