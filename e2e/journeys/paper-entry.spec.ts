import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { press } from '../keyboard.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'

const words = english.paperEntry
const code = 'Harbour'

test('fault 297: a sheet of paper is entered by keyboard alone, survives a lock, and its risk answer is shown at once', async ({
  openVault,
}) => {
  test.setTimeout(300_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const { keyboard } = page
  const { value } = (await call(page, 'clients.list')) as {
    value: { client: { id: string; code: string } }[]
  }
  const clientId = value.find(({ client }) => client.code === code)?.client.id
  await call(page, 'clients.setForms', { id: clientId, instrumentIds: ['phq-9'] })
  const { value: choice } = (await call(page, 'paper.choice', { clientId })) as {
    value: {
      sessions: { id: string; number: number }[]
      offered: { id: string; version: number; items: { text: string }[] }[]
    }
  }
  const phq9 = choice.offered.find(({ id }) => id === 'phq-9')!
  const { items } = phq9
  const [newest] = choice.sessions
  const open = async () => {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `/clients/${clientId}/edit`)
    await press(page, page.getByRole('link', { name: words.action }))
    await expect(shellPage(page).heading).toHaveText(words.title.replace('{{code}}', code))
  }
  const question = (at: number) => page.getByRole('radiogroup', { name: `${at + 1}. ${items[at]!.text}` })
  const focusedIn = (at: number) => expect(question(at).locator('input:focus')).toHaveCount(1)

  await test.step('the sheet and its session are chosen, and the first question has the focus', async () => {
    await open()
    await expect(page.getByRole('button', { name: new RegExp(`Session ${newest!.number},`) })).toBeVisible()
    await scan(running, 'paper-entry-01-choice')
    await press(page, page.getByRole('button', { name: words.choose.start }))
    await focusedIn(0)
  })

  await test.step('a digit answers and goes on, Enter leaves a question out', async () => {
    for (const [at, digit] of ['2', '1', 'Enter', '3'].entries()) {
      await focusedIn(at)
      await keyboard.press(digit)
    }
    await focusedIn(4)
    await scan(running, 'paper-entry-02-typing')
  })

  await test.step('what was typed is there after a lock', async () => {
    await keyboard.press('Control+Shift+L')
    await vaultPages(page).unlock(passphrase)
    await expect(shellPage(page).heading).toBeVisible()
    await open()
    await expect(question(3).locator('input:checked')).toHaveValue('3')
    await expect(question(2).locator('input:checked')).toHaveCount(0)
    for (const at of [0, 1, 2, 3]) {
      await focusedIn(at)
      await keyboard.press('Enter')
    }
    for (const [index, digit] of ['0', '1', '2', '0', '1'].entries()) {
      await focusedIn(index + 4)
      await keyboard.press(digit)
    }
    await keyboard.press('1')
  })

  await test.step('the check lists every answer and names what is open', async () => {
    await keyboard.press('Control+Enter')
    await expect(shellPage(page).heading).toHaveText(words.check.title.replace('{{code}}', code))
    await expect(page.getByText('One question has no answer: 3.')).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(items.length + 1)
    await scan(running, 'paper-entry-03-check')
  })

  await test.step('the answer that needs attention comes first, here, on Today and on the client’s page', async () => {
    await press(page, page.getByRole('button', { name: words.check.save }))
    const isAsked = page.getByRole('alertdialog')
    await expect(isAsked.or(shellPage(page).heading.getByText('Saved'))).toBeVisible()
    if (await isAsked.isVisible())
      await press(page, isAsked.getByRole('button', { name: words.replace.save }))
    await expect(shellPage(page).heading).toHaveText(words.saved.title.replace('{{code}}', code))
    await expect(page.getByRole('alert', { name: english.risk.title })).toBeVisible()
    await scan(running, 'paper-entry-04-saved')
    await shellPage(page).toToday()
    await expect(page.getByRole('alert', { name: english.risk.title })).toBeVisible()
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `/clients/${clientId}`)
    await expect(page.getByRole('alert', { name: english.risk.title })).toBeVisible()
  })

  await test.step('the session says that it was entered from paper', async () => {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `/clients/${clientId}/sessions/${newest!.id}`)
    await expect(page.getByText(/^Entered from paper on .*: PHQ-9\.$/)).toBeVisible()
    await page.getByText(/^Entered from paper on/).scrollIntoViewIfNeeded()
    await scan(running, 'paper-entry-05-read')
  })
})
