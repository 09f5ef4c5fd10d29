import { expect, type Page } from '@playwright/test'

/** Presses keys and counts each press; a chord such as Control+Enter is one. */
export function countKeys(page: Page) {
  let pressed = 0
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) {
        pressed += 1
        await page.keyboard.press(key)
      }
    },
    pressed: () => pressed,
  }
}

/** Whether a part of the form lies between the top of the window and the save bar. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const saveBar = element.closest('form')?.lastElementChild?.getBoundingClientRect().top ?? window.innerHeight
  return top >= 0 && Math.round(bottom) <= Math.round(Math.min(saveBar, window.innerHeight))
}

/** Checks that the question of this name has the focus, and that it and the one after it can be seen. */
export async function expectQuestion(page: Page, name: string | RegExp): Promise<void> {
  const question = page.locator('[data-rating-item]', { has: page.getByRole('radiogroup', { name }) })
  await expect(question.locator('input:focus')).toHaveCount(1)
  await expect.poll(() => question.evaluate(isInView), `${String(name)} is in view`).toBe(true)
  const next = question.locator('xpath=following-sibling::*[@data-rating-item][1]')
  if ((await next.count()) > 0)
    await expect.poll(() => next.evaluate(isInView), `what follows ${String(name)} is in view`).toBe(true)
}
