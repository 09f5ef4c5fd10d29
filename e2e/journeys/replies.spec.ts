import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { expect, test, type Running } from '../fixtures.ts'
import { chooseOption } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { ask, meet, proofFor, willChoose } from '../two-people.ts'

const words = english.replies

async function token(running: Running, purpose: string, path: string): Promise<string> {
  await willChoose(running, path)
  const chosen = await ask(running, 'files.choose', { purpose })
  if (chosen.kind === 'cancelled') throw new Error('no file')
  return chosen.token
}

test('a supervisor comments, and the therapist reads it at the client and on the agenda, by keyboard', async ({
  openVault,
  openOtherVault,
  dataFolder,
}) => {
  test.slow()
  const [therapist, supervisor] = [await openVault(), await openOtherVault()]
  const { ruth } = await meet(therapist, supervisor)
  await ask(therapist, 'sample.load')
  const [listed] = await ask(therapist, 'clients.list')
  if (listed === undefined) throw new Error('the sample has clients')
  const { client } = listed
  const bundle = join(dataFolder, 'bundle.age')
  await ask(therapist, 'sharing.giveConsent', {
    id: randomUUID(),
    clientId: client.id,
    contactId: null,
    givenOn: '2026-01-02',
    manner: 'in-person',
    said: 'Agreed.',
  })
  const { series } = await ask(therapist, 'sharing.ofClient', { clientId: client.id })
  const share = {
    clientId: client.id,
    question: 'How do I come back to it?',
    series: series.map(({ id }) => id),
    sessions: { kind: 'all' },
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
  }
  const prepared = await ask(therapist, 'sharing.prepare', {
    contactId: ruth,
    clients: [share],
    withWellbeing: false,
  })
  await ask(therapist, 'sharing.send', {
    bundleId: prepared.bundleId,
    confirmed: prepared.lines.map(({ key }) => key),
    token: await token(therapist, 'bundle', bundle),
    proof: await proofFor(therapist, 'sharing.send'),
  })
  const preview = await ask(supervisor, 'review.preview', {
    token: await token(supervisor, 'received-bundle', bundle),
  })
  if (preview.kind === 'refused' || preview.importId === null) throw new Error('not importable')
  await ask(supervisor, 'review.import', { importId: preview.importId })

  const { page } = supervisor
  const pseudonym = prepared.clients[0]?.pseudonym ?? ''
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await test.step('the supervisor writes a comment on a session with a study, and a line for herself', async () => {
    await page.evaluate(() => {
      window.location.hash = '/supervision/review'
    })
    await page.getByRole('link', { name: pseudonym }).first().press('Enter')
    await expect(shellPage(page).heading).toHaveText(pseudonym)
    await button(words.comments.new).press('Enter')
    await chooseOption(
      page,
      page.getByRole('button', { name: new RegExp(words.comments.about) }),
      page.getByRole('option', { name: 'Session 3', exact: true }),
    )
    await page.getByRole('textbox', { name: words.comments.text }).focus()
    await page.keyboard.type('What would have happened if you had named the silence?')
    await page.getByRole('button', { name: new RegExp(words.comments.study) }).press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const finding = page.getByRole('button', { name: new RegExp(words.comments.finding) })
    await expect(finding).toBeEnabled()
    await finding.press('Enter')
    await expect(page.getByRole('option').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(finding).not.toContainText(words.comments.chooseFinding)
    await scan(supervisor, 'replies-01-writing')
    await button(words.comments.save).press('Enter')
    await expect(page.getByText(words.comments.saved)).toBeVisible()
    await page.getByRole('textbox', { name: words.lines.label }).focus()
    await page.keyboard.type('Ask how the break was')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Talked about.*Ask how the break was/ })).toBeVisible()
    await scan(supervisor, 'replies-02-written')
  })

  const reply = join(dataFolder, 'reply.age')
  await test.step('she looks at everything that leaves, and saves it', async () => {
    await page.getByRole('link', { name: words.comments.toReply }).press('Enter')
    await expect(shellPage(page).heading).toHaveText('Reply to Ada Berg')
    await expect(page.getByText('What would have happened if you had named the silence?')).toBeVisible()
    await expect(page.getByText('Ask how the break was')).toHaveCount(0)
    await willChoose(supervisor, reply)
    await scan(supervisor, 'replies-03-reply')
    await button('Save the reply for Ada Berg').press('Enter')
    await expect(page.getByText(/^Saved as “reply\.age”/)).toBeVisible()
    expect(statSync(reply).mode & 0o777).toBe(0o600)
    await scan(supervisor, 'replies-04-saved')
    await page.getByRole('link', { name: words.reply.back }).press('Enter')
    await expect(page.getByRole('heading', { name: words.lines.all })).toBeVisible()
    await scan(supervisor, 'replies-05-supervisee')
  })

  const home = therapist.page
  await test.step('the therapist opens the reply, sees what is in it, and takes it in', async () => {
    await home.evaluate(() => {
      window.location.hash = '/supervision'
    })
    await home.getByRole('link', { name: words.received.open }).press('Enter')
    await expect(shellPage(home).heading).toHaveText(words.import.title)
    await willChoose(therapist, bundle)
    await home.getByRole('button', { name: words.import.choose }).press('Enter')
    await expect(home.getByText(words.import.nothing)).toBeVisible()
    await scan(therapist, 'replies-06-refused')
    await willChoose(therapist, reply)
    await home.getByRole('button', { name: words.import.chooseAnother }).press('Enter')
    await expect(home.getByRole('heading', { name: 'From Ruth Lind' })).toBeVisible()
    await scan(therapist, 'replies-07-preview')
    await home.getByRole('button', { name: words.import.submit }).press('Enter')
    await expect(home.getByText('Taken in: one comment from Ruth Lind.')).toBeVisible()
    await home.getByRole('link', { name: words.import.look }).press('Enter')
  })

  await test.step('it is on the agenda and at the client', async () => {
    await expect(home.getByRole('heading', { name: words.received.shelf })).toBeVisible()
    await scan(therapist, 'replies-08-agenda')
    await home.getByRole('region', { name: words.received.shelf }).getByRole('link').first().press('Enter')
    await expect(shellPage(home).heading).toHaveText(client.code)
    const card = home.getByRole('region', { name: words.received.title })
    await expect(card).toContainText('named the silence')
    await card.scrollIntoViewIfNeeded()
    await scan(therapist, 'replies-09-client')
  })
})
