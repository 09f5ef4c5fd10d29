import { call, expect, passphrase, test } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepLightAndDark } from '../screenshots.ts'
import { english } from '#shared/i18n/en/index.ts'

interface TodayAnswer {
  value: { sessions: { sessionId: string; clientId: string; clientCode: string }[] }
}

test('an endorsed risk item is shown before anything else, stays until it is closed, and is never a prompt', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const log = logPage(page)
  const { value } = (await call(page, 'today.get')) as TodayAnswer
  const session = value.sessions.find(({ clientCode }) => clientCode === 'Harbour')
  await call(page, 'clients.setForms', { id: session?.clientId, instrumentIds: ['phq-9'] })
  await call(page, 'handOver.begin', { sessionId: session?.sessionId }).catch(() => undefined)
  const form = handOverPage(page)
  await expect(form.welcome).toBeVisible()

  await test.step('the client answers the last question with more than “Not at all”', async () => {
    await form.start()
    for (const questions of ['1 to 3', '4 to 6', '7 to 9']) {
      await form.rateAll(0)
      if (questions === '7 to 9') {
        await page.keyboard.press('1')
        await expect(page.getByRole('radiogroup').last().getByRole('radio').nth(1)).toBeChecked()
      }
      await keepLightAndDark(page, `risk-1-form-${questions.replaceAll(' ', '-')}`)
      await form.next()
    }
    // An answer above "Not at all" brings the question on difficulty.
    await form.rateAll(1)
    await keepLightAndDark(page, 'risk-1-form-difficulty')
    await form.next()
    await form.finish()
    await expect(form.thanks).toBeVisible()
  })

  await test.step('after the return nothing shows what was answered, until the therapist opens it', async () => {
    await form.goBack(passphrase, 'thanks')
    await expect(log.returnedHeading).toBeVisible()
    await expect(page.getByRole('button', { name: english.logSession.returned.openAnswers })).toBeVisible()
    await expect(page.getByText(english.risk.title)).toHaveCount(0)
    await keepLightAndDark(page, 'risk-2-neutral')
  })

  await test.step('then it comes first, and nothing else can be opened before it is read', async () => {
    await page.getByRole('button', { name: english.logSession.returned.openAnswers }).click()
    await expect(page.getByText(english.risk.title).first()).toBeVisible()
    await expect(page.getByRole('button', { name: english.logSession.returned.show })).toHaveCount(0)
    await keepLightAndDark(page, 'risk-2-returned')
    await page.getByRole('button', { name: new RegExp(english.risk.acknowledge.button) }).click()
    await expect(page.getByRole('button', { name: english.logSession.returned.show })).toBeVisible()
  })

  await test.step('it stays on Today and on the client’s page until the therapist says what was done', async () => {
    await shellPage(page).toToday()
    await expect(page.getByText(english.risk.readTitle)).toBeVisible()
    await keepLightAndDark(page, 'risk-3-today')
    const overview = (await call(page, 'clients.overview', { id: session?.clientId })) as {
      value: { risks: unknown[]; prompts: { because: string }[] }
    }
    expect(overview.value.risks).toHaveLength(1)
    expect(JSON.stringify(overview.value.prompts)).not.toMatch(/phq|suicid|hurting/i)
    await page.getByRole('button', { name: new RegExp(`^${english.risk.close.open}`) }).click()
    await page.getByLabel(/^What was done about it/).fill('Talked about it, safety plan renewed.')
    await page
      .getByRole('button', { name: new RegExp(`^${english.risk.close.button}( |$)`) })
      .last()
      .click()
    await expect(page.getByText(english.risk.closedTitle).first()).toBeVisible()
    expect(await call(page, 'risk.listOpen')).toMatchObject({ value: { risks: [] } })
  })
})
