import { expect, type Locator, type Page } from '@playwright/test'

/** Waits until a dialog or a menu has the focus: what is pressed while it opens goes to the screen below. */
export async function expectFocusWithin(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true)
}

/** Presses a key on an element that the focus can be put on, once it is there. */
export async function pressAt(target: Locator, key: string): Promise<void> {
  await target.focus()
  await expect(target).toBeFocused()
  await target.page().keyboard.press(key)
}

/** Goes on with Tab until an element has the focus. Fails if the keyboard can't reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < 160; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Reaches an element with Tab, and presses a key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Reaches a field with Tab, and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** Chooses the option of an open list by the keys that move through it. */
export async function chooseOption(page: Page, list: Locator, option: Locator): Promise<void> {
  await press(page, list)
  await expectFocusWithin(page.getByRole('listbox'))
  await expect(option).toBeVisible()
  for (let stop = 0; stop < 80; stop += 1) {
    if (await option.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(option).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(option).toHaveCount(0)
}

/** Chooses one of a group of radio buttons: Tab reaches the group, and the arrows move in it. */
export async function chooseRadio(page: Page, group: Locator, name: string): Promise<void> {
  const radio = group.getByRole('radio', { name, exact: true })
  await tabTo(page, group.getByRole('radio').first())
  for (let stop = 0; stop < 20; stop += 1) {
    if (await radio.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(radio).toBeFocused()
  await page.keyboard.press('Space')
  await expect(radio).toBeChecked()
}

/** Opens a row of a grid: Tab reaches the grid, the arrows move from row to row, and Enter opens. */
export async function chooseRow(page: Page, row: Locator): Promise<void> {
  await expect(row).toBeVisible()
  const hasFocus = (within: Locator) => within.evaluate((element) => element.contains(document.activeElement))
  const grid = page.getByRole('grid')
  for (let stop = 0; stop < 60 && !(await hasFocus(grid)); stop += 1) await page.keyboard.press('Tab')
  await expectFocusWithin(grid)
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < 60 && !(await hasFocus(row)); step += 1) await page.keyboard.press('ArrowDown')
  await expectFocusWithin(row)
  await page.keyboard.press('Enter')
}
