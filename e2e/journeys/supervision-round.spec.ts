import type { Locator } from '@playwright/test'
import { join } from 'node:path'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test, type Running } from '../fixtures.ts'
import { holdNext } from '../hold-session.ts'
import { chooseOption, chooseRadio, chooseRow, press, typeInto } from '../keyboard.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { code } from '../report.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'
import { ask, meet, willChoose } from '../two-people.ts'

const { sharing, review, replies, supervision } = english
const places = supervision.links
const titles = {
  agenda: supervision.title,
  share: sharing.title,
  people: english.contacts.title,
  review: review.title,
} as const

/** Everything that one person reaches with the keyboard alone, on one of the two computers. */
function person(running: Running) {
  const { page } = running
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  /** Waits for a screen, and until its heading has the focus: what is pressed earlier goes nowhere. */
  const heading = async (text: string) => {
    await expect(shellPage(page).heading).toHaveText(text)
    await expect(shellPage(page).heading).toBeFocused()
  }
  const goTo = async (place: keyof typeof titles) => {
    const { navigation } = shellPage(page)
    await press(page, navigation.getByRole('link', { name: english.app.supervision }))
    await heading(supervision.title)
    if (place === 'agenda') return
    const row = page.getByRole('navigation', { name: places.label })
    await press(page, row.getByRole('link', { name: places[place], exact: true }))
    await heading(titles[place])
  }
  return {
    page,
    link,
    button,
    heading,
    goTo,
    region: (name: string) => page.getByRole('region', { name, exact: true }),
    box: (name: string | RegExp) => page.getByRole('checkbox', { name }),
    textbox: (name: string | RegExp) => page.getByRole('textbox', { name }),
    openClient: async () => {
      await press(page, shellPage(page).navigation.getByRole('link', { name: english.app.clients }))
      await heading(english.clients.title)
      await chooseRow(page, page.getByRole('row').filter({ has: link(code) }))
      await heading(code)
    },
    press: (target: Parameters<typeof press>[1], key?: string) => press(page, target, key),
    keep: (name: string) => keepLightAndDark(page, `round-${name}`),
    scan: (name: string) => scan(running, `round-${name}`),
    /** Opens a file, looks at what is in it, and imports it. */
    importBundle: async (file: string, name: string) => {
      await goTo('review')
      await press(page, link(review.open))
      await heading(review.import.title)
      await willChoose(running, file)
      await press(page, button(review.import.choose))
      await expect(page.getByRole('heading', { name: 'From Ada Berg' })).toBeVisible()
      await keepLightAndDark(page, `round-${name}-preview`)
      await press(page, button(review.import.submit))
      await expect(page.getByText(/^Imported: /)).toBeVisible()
      await keepLightAndDark(page, `round-${name}-imported`)
      await press(page, link(review.import.look))
      await heading('Ada Berg')
    },
    /** Looks at what leaves for the supervisor, confirms each line, and saves it. */
    saveBundle: async (file: string, name: string) => {
      await press(page, button(sharing.look.show))
      await expect(page.getByRole('region', { name: 'What leaves for Ruth Lind' })).toBeVisible()
      const stranger = page.getByRole('region', { name: sharing.stranger.title })
      await expect(stranger).toBeVisible()
      const lines = stranger.getByRole('checkbox')
      for (const line of await lines.all()) if (!(await line.isChecked())) await press(page, line, 'Space')
      await willChoose(running, file)
      await press(page, button('Save the bundle for Ruth Lind…'))
      await proofDialog(page).prove(passphrase)
      await expect(page.getByText(/^Saved as “/)).toBeVisible()
      await keepLightAndDark(page, `round-${name}-saved`)
    },
  }
}

/** Scrolls to a part of a page, which is drawn once more when the page's last answers come. */
const scrollTo = (part: Locator) => expect(() => part.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass()

test('a client goes to supervision and back: shared, commented on, updated, and withdrawn on both sides, by keyboard', async ({
  openVault,
  openOtherVault,
  dataFolder,
}) => {
  test.setTimeout(420_000)
  const [atAda, atRuth] = [await openVault({ withSample: true }), await openOtherVault()]
  const [ada, ruth] = [person(atAda), person(atRuth)]
  const file = (name: string) => join(dataFolder, name)
  await meet(atAda, atRuth)
  const listed = await ask(atAda, 'clients.list')
  const client = listed.find((each) => each.client.code === code)?.client
  if (client === undefined) throw new Error(`no client ${code}`)

  await test.step('the therapist records the consent, chooses the client, and saves what she has looked at', async () => {
    await ada.goTo('share')
    await ada.press(ada.box('Ruth Lind'), 'Space')
    await ada.press(ada.button(new RegExp(`^${sharing.clients.record} ?: ${code}$`)))
    const manner = ada.page.getByRole('radiogroup', { name: sharing.consent.manner })
    await chooseRadio(ada.page, manner, sharing.manners['in-person'])
    await typeInto(ada.page, ada.textbox(sharing.consent.said), 'Agreed, without the name.')
    await ada.press(ada.button(sharing.consent.save))
    await expect(ada.box(code)).toBeFocused()
    await ada.press(ada.box(code), 'Space')
    await typeInto(ada.page, ada.textbox(`Question on ${code}`), 'How do we begin again?')
    await ada.keep('01-chosen')
    await ada.saveBundle(file('first.age'), '02-first')
  })

  const pseudonym = (await ask(atAda, 'sharing.sent'))[0]?.clients[0]?.pseudonym ?? ''
  await test.step('the supervisor imports it, and looks at what is new', async () => {
    await ruth.goTo('review')
    await ruth.keep('03-nobody-yet')
    await ruth.importBundle(file('first.age'), '04-first')
    await expect(ruth.region(review.changes.title)).toContainText(review.changes['new-client'])
    await ruth.keep('05-supervisee')
    await ruth.press(ruth.button('I have looked at what changed with Ada Berg'))
    await expect(ruth.page.getByText(review.changes.none)).toBeVisible()
  })

  await test.step('she comments on a session, with a study attached at its finding', async () => {
    await ruth.press(ruth.link(pseudonym).first())
    await ruth.heading(pseudonym)
    await ruth.keep('06-client')
    await ruth.press(ruth.button(/^Comment ?: Session 12$/))
    await expect(ruth.textbox(replies.comments.text)).toBeFocused()
    const list = (label: string) => ruth.button(new RegExp(label))
    const option = ruth.page.getByRole('option')
    await ruth.page.keyboard.type('What if you had named the silence?')
    await chooseOption(ruth.page, list(replies.comments.study), option.nth(1))
    await chooseOption(ruth.page, list(replies.comments.finding), option.first())
    await ruth.keep('07-writing')
    await ruth.press(ruth.button(replies.comments.save))
    await expect(ruth.page.getByText(replies.comments.saved)).toBeVisible()
  })

  await test.step('she saves her reply', async () => {
    await ruth.press(ruth.link(replies.comments.toReply))
    await ruth.heading('Reply to Ada Berg')
    await willChoose(atRuth, file('reply.age'))
    await ruth.press(ruth.button('Save the reply for Ada Berg'))
    await expect(ruth.page.getByText(/^Saved as “reply\.age”/)).toBeVisible()
    await ruth.keep('08-reply')
  })

  await test.step('the therapist reads it on the agenda, at the client, and at the session', async () => {
    await ada.goTo('agenda')
    await ada.press(ada.link(replies.received.open))
    await willChoose(atAda, file('reply.age'))
    await ada.press(ada.button(replies.import.choose))
    await expect(ada.page.getByRole('heading', { name: 'From Ruth Lind' })).toBeVisible()
    await ada.keep('09-reply-preview')
    await ada.press(ada.button(replies.import.submit))
    await expect(ada.page.getByText('Taken in: one comment from Ruth Lind.')).toBeVisible()
    await ada.press(ada.link(replies.import.look))
    await ada.heading(supervision.title)
    await ada.keep('10-agenda')
    await ada.press(ada.region(replies.received.shelf).getByRole('link').first())
    await ada.heading(code)
    await expect(ada.region(replies.received.title)).toContainText('named the silence')
    await scrollTo(ada.region(replies.received.title))
    await ada.keep('11-comment-at-client')
    await ada.press(ada.link(/^Session 12\b/).last())
    await expect(ada.region(replies.received.title)).toContainText('named the silence')
    await scrollTo(ada.region(replies.received.title))
    await ada.scan('12-comment-at-session')
  })

  const next = await holdNext(ada.page, client.id)
  await test.step('after the next session she sends an update', async () => {
    await ada.goTo('share')
    await ada.press(ada.button(/^Send an update/))
    await ada.saveBundle(file('update.age'), '13-update')
  })

  await test.step('the supervisor sees what changed first, and her comment is still there', async () => {
    await ruth.importBundle(file('update.age'), '14-update')
    await ruth.goTo('review')
    await expect(ruth.page.getByRole('heading', { level: 2 }).first()).toHaveText(review.changes.title)
    await expect(ruth.region(review.changes.title)).toContainText(`Session ${String(next)} is new.`)
    await ruth.keep('15-changed')
    await ruth.press(ruth.region(review.changes.title).getByRole('link', { name: pseudonym }))
    await ruth.heading(pseudonym)
    await expect(ruth.region(replies.comments.title)).toContainText('named the silence')
    await scrollTo(ruth.region(replies.comments.title))
    await ruth.keep('16-comment-stays')
  })

  await test.step('the client withdraws, and the next file asks to remove them', async () => {
    await ada.openClient()
    await ada.press(ada.link(english.client.edit))
    await ada.press(ada.button(/^Withdrawn today/))
    await ada.press(ada.button(sharing.consent.confirmWithdraw))
    await expect(ada.page.getByText('Ruth Lind still has it.')).toBeVisible()
    await scrollTo(ada.region(sharing.consent.title))
    await ada.keep('17-withdrawn')
    await ada.press(ada.link(sharing.consent.toShare))
    await ada.heading(sharing.title)
    await ada.press(ada.box('Ruth Lind'), 'Space')
    await ada.saveBundle(file('removal.age'), '18-removal')
    await expect(ada.region(sharing.sent.title)).toContainText('Asks to remove one client.')
  })

  await test.step('the supervisor’s copy goes, and both sides show it', async () => {
    await ruth.importBundle(file('removal.age'), '19-removal')
    await expect(ruth.page.getByText(`One client was withdrawn: ${pseudonym}.`)).toBeVisible()
    await expect(ruth.link(pseudonym)).toHaveCount(0)
    await ruth.keep('20-removed')
    expect(await ask(atRuth, 'review.overview')).toMatchObject([{ clients: [] }])
    await ada.openClient()
    await ada.press(ada.link(english.client.edit))
    await expect(ada.region(sharing.consent.title)).toContainText('Ruth Lind was asked to remove it.')
    await scrollTo(ada.region(sharing.consent.title))
    await ada.scan('21-asked')
  })
})
