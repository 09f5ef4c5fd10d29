import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { wordsOfKeys } from '#vault/bundles/fingerprint.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { choosePlace, code } from '../report.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { makeStranger } from '../stranger-card.ts'
import { proofFor } from '../two-people.ts'

const words = english.sharing
const name = 'Ruth Lind'

/** Adds a supervisor whose words were compared, as the screen of people does. */
async function addSupervisor(page: Page) {
  const { card, age, keys } = await makeStranger(name)
  await call(page, 'contacts.makeCard', { name: 'Ada Berg' })
  const added = { text: card, contactId: null, name: null }
  const { value } = (await call(page, 'contacts.add', added)) as { value: { contact: { id: string } } }
  const proof = await proofFor({ page }, 'contacts.compare')
  await call(page, 'contacts.compare', { id: value.contact.id, typed: wordsOfKeys(keys).join(' '), proof })
  return age
}

test('a client’s course is shared with a supervisor once the client agreed, updated, and taken back, by keyboard', async ({
  openVault,
  dataFolder,
}) => {
  test.slow()
  const running = await openVault({ withSample: true })
  const { page } = running
  const supervisor = await addSupervisor(page)
  const box = (label: string | RegExp) => page.getByRole('checkbox', { name: label })
  const button = (label: string | RegExp) => page.getByRole('button', { name: label })
  const read = async (file: string): Promise<string> => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(supervisor)
    return decrypter.decrypt(readFileSync(join(dataFolder, file)), 'text')
  }
  const save = async (file: string) => {
    await choosePlace(running, join(dataFolder, file))
    await button(`Save the bundle for ${name}…`).press('Enter')
    await proofDialog(page).prove(passphrase)
    await expect(page.getByText(`Saved as “${file}”. Send it to ${name}.`)).toBeVisible()
    expect(statSync(join(dataFolder, file)).mode & 0o777).toBe(0o600)
  }

  await test.step('without a consent the client can’t be chosen', async () => {
    await shellPage(page).navigation.getByRole('link', { name: english.app.supervision }).press('Enter')
    await page.getByRole('link', { name: english.supervision.links.share, exact: true }).press('Enter')
    await expect(shellPage(page).heading).toHaveText(words.title)
    await box(name).press('Space')
    await expect(box(code)).toBeDisabled()
    await scan(running, 'share-01-no-consent')
    await button(new RegExp(`^${words.clients.record} ?: ${code}$`)).press('Enter')
    await page.getByRole('radio', { name: words.manners['in-person'] }).press('Space')
    await page.getByRole('textbox', { name: words.consent.said }).focus()
    await page.keyboard.type('May be discussed with Ruth Lind, without the name.')
    await scan(running, 'share-02-consent')
    await button(words.consent.save).press('Enter')
    await expect(box(code)).toBeEnabled()
  })

  await test.step('the least is chosen, looked at, and confirmed line by line', async () => {
    await box(code).press('Space')
    await expect(box(/Alliance, rated/).first()).toBeVisible()
    const question = page.getByRole('textbox', { name: `Question on ${code}` })
    await question.focus()
    await page.keyboard.type('Since the talk with Peter we are stuck. How do I begin again?')
    await scan(running, 'share-03-chosen')
    await button(words.look.show).press('Enter')
    await expect(page.getByRole('region', { name: `What leaves for ${name}` })).toBeVisible()
    await expect(button(`Save the bundle for ${name}…`)).toBeDisabled()
    await page.getByRole('region', { name: `What leaves for ${name}` }).scrollIntoViewIfNeeded()
    await scan(running, 'share-04-preview')
    const lines = page.getByRole('region', { name: words.stranger.title }).getByRole('checkbox')
    await lines.first().scrollIntoViewIfNeeded()
    await scan(running, 'share-05-stranger')
    for (const line of await lines.all()) await line.press('Space')
    await save('first.age')
    const text = await read('first.age')
    expect(text).toContain('Peter')
    expect(text).not.toContain(code)
    await expect(page.getByText(/^Harbour \(called/)).toBeVisible()
    await page.getByRole('region', { name: words.sent.title }).scrollIntoViewIfNeeded()
    await scan(running, 'share-06-sent')
  })

  await test.step('an update is one step, under the same name', async () => {
    await button(/^Send an update/).press('Enter')
    await button(words.look.again).press('Enter')
    await expect(button(`Save the bundle for ${name}…`)).toBeEnabled()
    await save('update.age')
    const pseudonym = /"pseudonym":"([^"]+)"/
    expect(pseudonym.exec(await read('update.age'))?.[1]).toBe(pseudonym.exec(await read('first.age'))?.[1])
  })

  await test.step('a withdrawn consent is asked back by a file that holds nothing else', async () => {
    await shellPage(page).toClient(code)
    await expect(shellPage(page).heading).toHaveText(code)
    await page.getByRole('link', { name: english.client.edit, exact: true }).press('Enter')
    await button(/^Withdrawn today/).press('Enter')
    await page.getByRole('region', { name: words.consent.title }).scrollIntoViewIfNeeded()
    await scan(running, 'share-07-withdrawing')
    await button(words.consent.confirmWithdraw).press('Enter')
    await expect(page.getByText(`${name} still has it.`)).toBeVisible()
    await keepScreenshot(page, 'share-08-still-has-it')
    await page.getByRole('link', { name: words.consent.toShare }).press('Enter')
    await box(name).press('Space')
    await button(words.look.show).press('Enter')
    await expect(page.getByText('It holds nothing about any client.')).toBeVisible()
    await save('removal.age')
    expect(await read('removal.age')).toMatch(/"clients":\[\].*"withdrawn":\["/)
    await keepScreenshot(page, 'share-09-removal')
  })
})
