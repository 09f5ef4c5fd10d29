import { expect, passphrase, test } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { alliance, emotions } from '../questions.ts'
import { keepScreenshot } from '../screenshots.ts'

test('from the first start to a practice prompt and the study behind it', async ({ page }) => {
  const vault = vaultPages(page)
  const shell = shellPage(page)
  const log = logPage(page)
  const form = handOverPage(page)
  const rate = async (questions: readonly (string | RegExp)[], digits: readonly string[]) => {
    for (const [index, digit] of digits.entries()) {
      await expect(log.rating(questions[index] ?? '').locator('input:focus')).toHaveCount(1)
      await page.keyboard.press(digit)
    }
  }

  await test.step('a therapist creates the vault and loads the fictional caseload', async () => {
    await expect(vault.welcome).toBeVisible()
    await keepScreenshot(page, 'main-job-01-welcome')
    await vault.toPassphrase()
    await vault.choosePassphrase(passphrase)
    await expect(vault.recoveryHeading).toBeVisible()
    await vault.postponeRecoveryKey()
    await expect(vault.beginHeading).toBeVisible()
    await vault.loadSample()
    await expect(shell.today).toBeVisible()
    await expect(page.getByRole('link', { name: 'Harbour' }).first()).toBeVisible()
    await keepScreenshot(page, 'main-job-02-today')
  })

  await test.step('begins today’s session with the Before card, by keyboard', async () => {
    await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
    await expect(shell.heading).toHaveText('Session 19 with Harbour')
    await rate([/supportive/i, /inadequate/i], ['6', '3'])
    await expect(log.rating(/inadequate/i).getByRole('radio', { name: '3 out of 10' })).toBeChecked()
    await log.save()
    await keepScreenshot(page, 'main-job-03-before')
  })

  await test.step('rates the session afterwards, with one key for each question', async () => {
    await rate(alliance, ['5', '5', '4', '4', '6'])
    await log.focusRating('Sad')
    // No 1: a 0 could follow, so it leads on only with the next digit.
    await rate(emotions, ['3', '2', '2', '2', '5', '3', '0'])
    await log.notes.fill('A quieter session than usual.')
    await log.save()
    await keepScreenshot(page, 'main-job-04-after')
  })

  await test.step('hands the client’s form over, and the client can reach nothing else', async () => {
    await log.handOver()
    await expect(form.welcome).toBeVisible()
    await expect(shell.navigation).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+1')
    await page.keyboard.press('ControlOrMeta+2')
    await page.goBack({ timeout: 2_000 }).catch(() => undefined)
    await expect(form.welcome).toBeVisible()
    await keepScreenshot(page, 'main-job-05-form')
    await form.start()
    for (const value of [3, 4, 3, 5, 6, 3, 3, 4, 8]) {
      // The page is there: `start` and `next` wait for it.
      if (await form.comment.isVisible()) break
      await form.rateAll(value)
      await keepScreenshot(page, `main-job-06-form-${value}`)
      await form.next()
    }
    await form.comment.fill('I felt a bit on my own today.')
    await form.finish()
    await expect(form.thanks).toBeVisible()
    await keepScreenshot(page, 'main-job-07-thanks')
  })

  await test.step('returns with the passphrase to a neutral page, and then compares both ratings', async () => {
    await form.goBack('not the passphrase at all', 'thanks')
    await expect(form.alert.or(page.getByText('This passphrase doesn’t match.')).first()).toBeVisible()
    const field = page.getByLabel('Your passphrase', { exact: true })
    await field.fill(passphrase)
    await field.press('Enter')
    await expect(log.returnedHeading).toBeVisible()
    await expect(page.getByText('I felt a bit on my own today.')).toHaveCount(0)
    await keepScreenshot(page, 'main-job-08-returned')
    await log.showSideBySide()
    await expect(log.sideBySide).toBeVisible()
    await keepScreenshot(page, 'main-job-09-side-by-side')
    await log.toClient('Harbour')
  })

  await test.step('sees the fall on the trajectory and a prompt that says why it is there', async () => {
    await expect(shell.heading).toHaveText('Harbour')
    const chart = page.getByRole('figure').first()
    await expect(chart).toBeVisible()
    await expect(chart).toContainText('R2')
    await expect(chart).toContainText(/dropped from .+ in session 19/)
    const prompts = page.getByRole('region', { name: 'Worth a thought' })
    await expect(prompts.getByText('Because').first()).toBeVisible()
    await expect(prompts.getByText(/session 19/).first()).toBeVisible()
    await keepScreenshot(page, 'main-job-10-client')
  })

  await test.step('opens the study at the finding behind the prompt', async () => {
    await page
      .getByRole('link', { name: /^Read the finding/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'In brief' })).toBeVisible()
    await expect(page.locator('[id^="effect-"]:focus')).toBeInViewport()
    await keepScreenshot(page, 'main-job-11-article')
  })
})
