import type { Page } from '@playwright/test'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { letLockWait } from '../patient-lock.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

interface Clients {
  value: { client: { id: string; code: string } }[]
}

async function idOfHarbour(page: Page): Promise<string> {
  const { value } = (await call(page, 'clients.list')) as Clients
  return value.find(({ client }) => client.code === 'Harbour')?.client.id ?? ''
}

interface Place {
  readonly place: string
  /** The heading there. */
  readonly title: string | RegExp
}

const setPlace = (page: Page, place: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, place)

/** Goes to a screen. Until its heading is there, the screen before is, with fields of the same names. */
async function open(page: Page, { place, title }: Place): Promise<void> {
  await setPlace(page, place)
  await expect(shellPage(page).heading).toHaveText(title)
}

/** Goes on to a screen from a form that holds text, which asks first. */
async function leaveFor(page: Page, { place, title }: Place): Promise<void> {
  await setPlace(page, place)
  await page.getByRole('dialog').getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(shellPage(page).heading).toHaveText(title)
}

const clients: Place = { place: '/clients', title: english.clients.title }
const newClient: Place = { place: '/clients/new', title: english.clients.form.newTitle }
const retentionPlace: Place = { place: '/settings/retention', title: english.rights.retention.title }

test('fault 102: text in every kind of form is there after a lock, and is discarded only on request', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  await letLockWait(running)
  const { page } = running
  const vault = vaultPages(page)
  const harbour = await idOfHarbour(page)
  const box = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
  const fields = [
    {
      place: '/settings/rules',
      title: english.rules.title,
      name: english.rules.parameters.ruptureSpreads.name,
      text: '99,5',
    },
    {
      place: '/settings',
      title: english.settings.title,
      name: english.settings.crisis.label,
      text: 'By night: the cli',
    },
    {
      place: '/wellbeing',
      title: english.wellbeing.title,
      name: english.wellbeing.form.note,
      text: 'A long we',
    },
    {
      place: '/evidence/own/new',
      title: english.evidence.form.newTitle,
      name: english.evidence.form.title,
      text: 'Warmth and',
    },
    {
      place: `/clients/${harbour}/edit`,
      title: /Harbour/,
      name: english.clients.form.notes,
      text: 'Moves house in',
    },
    { ...newClient, name: english.clients.form.notes, text: 'Sent by Dr. Li' },
  ]
  for (const [index, field] of fields.entries()) {
    await (index === 0 ? open : leaveFor)(page, field)
    await box(field.name).fill(field.text)
  }
  // No pause, so the lock comes before the last draft is saved.
  await call(page, 'lock.now')
  await expect(vault.unlockHeading).toBeVisible()
  await expect(page.getByText(english.unlock.lastLock.safe)).toBeVisible()
  await vault.unlock(passphrase)
  // The screen from before the lock is back first, with its text.
  await expect(box(english.clients.form.notes)).toHaveValue('Sent by Dr. Li')
  for (const { place, title, name, text } of fields) {
    await leaveFor(page, { place, title })
    await expect(box(name), place).toHaveValue(text)
    await expect(page.getByText(/^Your unsaved text from .* is here\.$/), place).toBeVisible()
    const screen = place.replace(harbour, 'harbour').replaceAll('/', '-')
    await keepScreenshot(page, `draft${screen}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await keepScreenshot(page, `draft${screen}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.getByRole('button', { name: english.drafts.discard }).click()
  await keepScreenshot(page, 'draft-discard')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english.drafts.discard, exact: true })
    .click()
  await expect(box(english.clients.form.notes)).toHaveValue('')
  await open(page, clients)
  await open(page, newClient)
  await expect(box(english.clients.form.notes)).toHaveValue('')
})

test('fault 102: the reason for keeping a record is there after a lock, after leaving and after a kill', async ({
  launch,
  openVault,
}) => {
  const { retention } = english.rights
  const first = await openVault()
  await letLockWait(first)
  await call(first.page, 'clients.create', {
    id: '5b8f6f5e-0a43-4a5f-9a3c-2f2b7e1f0c11',
    code: 'Willow',
    status: 'ended',
    startedOn: '2009-05-01',
    therapyType: '',
    notes: '',
  })
  await call(first.page, 'rights.setRetention', { isOn: true, years: 10 })
  const keepWillow = async (page: Page) => {
    await page.getByRole('button', { name: retention.due.keepOf.replace('{{code}}', 'Willow') }).click()
  }
  const reason = (page: Page) => page.getByRole('textbox', { name: retention.keep.reason })

  await open(first.page, retentionPlace)
  await keepWillow(first.page)
  await reason(first.page).fill('A complaint')
  await call(first.page, 'lock.now')
  await expect(first.page.getByText(english.unlock.lastLock.safe)).toBeVisible()
  await vaultPages(first.page).unlock(passphrase)
  await keepWillow(first.page)
  await expect(reason(first.page)).toHaveValue('A complaint')

  await reason(first.page).fill('A complaint is')
  await expect(reason(first.page)).toBeFocused()
  await first.page.keyboard.press('Escape')
  await expect(reason(first.page)).toHaveCount(0)
  await open(first.page, clients)
  await open(first.page, retentionPlace)
  await keepWillow(first.page)
  await expect(reason(first.page)).toHaveValue('A complaint is')

  await reason(first.page).fill('A complaint is open.')
  const stored = async () =>
    JSON.stringify(
      await call(first.page, 'drafts.getForm', {
        form: 'retention',
        subject: '5b8f6f5e-0a43-4a5f-9a3c-2f2b7e1f0c11',
      }),
    )
  await expect.poll(stored).toContain('A complaint is open.')
  first.app.process().kill('SIGKILL')
  await first.app.waitForEvent('close').catch(() => undefined)
  const second = await launch()
  await vaultPages(second.page).unlock(passphrase)
  await expect(shellPage(second.page).today).toBeVisible()
  await open(second.page, retentionPlace)
  await keepWillow(second.page)
  await expect(reason(second.page)).toHaveValue('A complaint is open.')
  await keepScreenshot(second.page, 'draft-retention')
})

test('fault 102: a client’s comment at a hand-over is there after a lock, and goes to the log', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  await letLockWait(running)
  const { page } = running
  const form = handOverPage(page)
  await handOver(running)
  await form.start()
  await form.toComment()
  await form.comment.fill('I had hoped for more ti')
  await call(page, 'lock.now')
  await expect(page.getByText(english.unlock.lastLock.safe)).toBeVisible()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  const { value } = (await call(page, 'today.get')) as { value: { sessions: { sessionId: string }[] } }
  const stored = await call(page, 'sessions.get', { id: value.sessions[0]?.sessionId })
  expect(JSON.stringify(stored)).toContain('I had hoped for more ti')
})

test('fault 103: a half-typed year keeps the session’s notes at a lock, and is marked', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  await letLockWait(running)
  const { page } = running
  const vault = vaultPages(page)
  const harbour = await idOfHarbour(page)
  const { value: overview } = (await call(page, 'clients.overview', { id: harbour })) as {
    value: { sessions: { id: string[] } }
  }
  const log = `/log/${overview.sessions.id.at(-1)}`
  const notes = page.getByRole('textbox', { name: english.logSession.events.notes })
  const year = page.getByRole('spinbutton', { name: /^year/u })
  const session = /^Session \d+ with Harbour$/
  await open(page, { place: `${log}#after`, title: session })
  await notes.fill('Came late')
  await page.getByRole('tab', { name: english.logSession.parts.before }).click()
  await year.click()
  await expect(year).toBeFocused()
  await page.keyboard.type('26')
  await call(page, 'lock.now')
  await expect(vault.unlockHeading).toBeVisible()
  await expect(page.getByText(english.unlock.lastLock.safe)).toBeVisible()
  await vault.unlock(passphrase)
  await expect(shellPage(page).heading).toHaveText(session)
  await page.getByRole('tab', { name: english.logSession.parts.before }).click()
  await expect(year).toHaveText('26')
  await expect(page.getByText(english.ui.noDay)).toBeVisible()
  await year.scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'half-a-year')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepScreenshot(page, 'half-a-year-dark')
  await page.getByRole('tab', { name: english.logSession.parts.after }).click()
  await expect(notes).toHaveValue('Came late')
})

test('fault 106: a text that is too long stays whole, also at a lock, and says how far it is over', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  await letLockWait(running)
  const { page } = running
  const vault = vaultPages(page)
  const notes = page.getByRole('textbox', { name: new RegExp(`^${english.clients.form.notes}`, 'u') })
  const text = 'A long pasted text. '.repeat(1_200)
  await open(page, newClient)
  // The first field takes the focus when the screen opens.
  await expect(page.getByLabel(english.clients.form.code, { exact: true })).toBeFocused()
  await notes.click()
  await expect(notes).toBeFocused()
  await page.keyboard.insertText(text)
  const over = page.getByText(/it is 4,000 characters too long\. At most 20,000 fit\.$/u)
  await expect(over).toBeVisible()
  await over.scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'too-long')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepScreenshot(page, 'too-long-dark')
  await call(page, 'lock.now')
  await expect(page.getByText(english.unlock.lastLock.safe)).toBeVisible()
  await vault.unlock(passphrase)
  await expect(notes).toHaveValue(text)
  await expect(over).toBeVisible()
})
