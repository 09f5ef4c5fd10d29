import { expect, type Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'

const words = english.handOver

/** The client's form during a hand-over. */
export function handOverPage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const thanks = page.getByRole('heading', { level: 1, name: words.thanks.title })
  const comment = page.getByLabel(words.comment.label)
  /** "2 of 6", which each page of the form has once. */
  const place = page.getByText(/^\d+ of \d+$/)
  /** Goes to the next page, and waits until it is there: the page before has questions and buttons of the same names. */
  const next = async () => {
    const before = await place.innerText()
    await button(words.next).click()
    await expect(place).not.toHaveText(before)
  }
  const tryPin = async (pin: string) => {
    await page.getByLabel(words.wayBack.pin, { exact: true }).fill(pin)
    await button(words.wayBack.return).click()
  }
  return {
    welcome: page.getByRole('heading', { level: 1, name: words.welcome.title }),
    thanks,
    /** Goes to the first page of the form. */
    start: async () => {
      await button(words.welcome.start).click()
      await expect(place).toBeVisible()
    },
    next,
    /** Goes on to the page with the comment, and answers nothing. */
    toComment: async () => {
      while (!(await comment.isVisible())) await next()
    },
    finish: () => button(words.comment.finish).click(),
    stop: async () => {
      await button(words.stop.open).click()
      await button(words.stop.confirm).click()
      await expect(thanks).toBeVisible()
    },
    /** Answers every question on the page with one number. */
    rateAll: async (value: number) => {
      const questions = page.getByRole('radiogroup')
      await expect(questions.first()).toBeVisible()
      for (const question of await questions.all()) {
        // A question with yes and no has no higher answer than yes.
        const place = Math.min(value, (await question.getByRole('radio').count()) - 1)
        await question.getByRole('radio').nth(place).focus()
        await page.keyboard.press(place === 10 ? 'End' : String(place))
        await expect(question.getByRole('radio').nth(place)).toBeChecked()
      }
    },
    comment,
    /** Ends the hand-over as the therapist. */
    goBack: async (passphrase: string, from: 'form' | 'thanks') => {
      await button(from === 'thanks' ? words.thanks.therapist : words.wayBack.open).click()
      await page.getByLabel(words.wayBack.passphrase, { exact: true }).fill(passphrase)
      await button(words.wayBack.return).click()
    },
    goBackByPin: async (pin: string, from: 'form' | 'thanks') => {
      await button(from === 'thanks' ? words.thanks.therapist : words.wayBack.open).click()
      await tryPin(pin)
    },
    tryPin,
    tryPassphrase: async (passphrase: string) => {
      await page.getByLabel(words.wayBack.passphrase, { exact: true }).fill(passphrase)
      await button(words.wayBack.return).click()
    },
    alert: page.getByRole('alert'),
  }
}
