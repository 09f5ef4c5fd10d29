import { english } from '#shared/i18n/en/index.ts'
import { expect, test, type Running } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { expectFocusWithin, pressAt } from '../keyboard.ts'
import { logPage } from '../pages/log-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'

/**
 * Keeps the system's menus from opening, and gives the one that was asked for since the last call: its roles, or null.
 * Nobody could close a real one.
 */
async function systemMenus({ app }: Running) {
  await app.evaluate(({ Menu }) => {
    const asked: { roles: string[] | null } = { roles: null }
    Object.assign(globalThis, { askedMenu: asked })
    Menu.prototype.popup = function popup() {
      const roles = this.items.map(({ role }) => role?.toLowerCase() ?? '')
      asked.roles = roles.filter((role) => role !== '')
    }
  })
  return () =>
    app.evaluate(() => {
      const { askedMenu } = globalThis as unknown as { askedMenu: { roles: string[] | null } }
      const { roles } = askedMenu
      askedMenu.roles = null
      return roles
    })
}

/** Chooses a command of the system's menu, as the system does: for the page that has the focus. */
const choose = ({ app }: Running, role: 'copy' | 'cut' | 'paste' | 'selectAll') =>
  app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const [window] = BrowserWindow.getAllWindows()
    const [item] = Menu.buildFromTemplate([{ role: wanted }]).items
    item?.click({}, window, window?.webContents)
  }, role)

test('text can be cut, copied and pasted by the menu of a right click and of the Menu key', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const menu = await systemMenus(running)
  await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  const { notes, part } = logPage(page)
  await part('after')
  await notes.fill('A quiet hour')
  await notes.click({ button: 'right' })
  await expect.poll(menu).toEqual(['paste', 'selectall'])
  await choose(running, 'selectAll')
  const selected = () => page.evaluate(() => String(getSelection()))
  await expect.poll(selected).toBe('A quiet hour')
  await page.keyboard.press('ContextMenu')
  await expect.poll(menu).toEqual(['cut', 'copy', 'paste', 'selectall'])
  await choose(running, 'cut')
  await expect(notes).toHaveValue('')
  await choose(running, 'paste')
  await choose(running, 'paste')
  await expect(notes).toHaveValue('A quiet hourA quiet hour')
  // Words of the page that nobody selected have no menu.
  await shellPage(page).heading.click({ button: 'right' })
  expect(await menu()).toBeNull()
})

test('rows have a menu with what can be done with them, by mouse and by key', async ({ openVault }) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  const menu = (name: string) => page.getByRole('menu', { name })
  const command = (name: string) => page.getByRole('menuitem', { name })

  await test.step('Today: a session of the day', async () => {
    const session = page.getByRole('link', { name: /session 19 of Harbour/i })
    await pressAt(session, 'Shift+F10')
    await expect(menu('Session 19 of Harbour')).toBeVisible()
    await scan(running, 'context-menus-01-today')
    await expect(menu('Session 19 of Harbour')).toHaveCount(0)
    await expect(session).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await expectFocusWithin(menu('Session 19 of Harbour'))
    await page.keyboard.press('Escape')
    await expect(session).toBeFocused()
    await page.getByText(/Session 19, planned/).dblclick()
    await expect(shell.heading).toHaveText('Session 19 with Harbour')
  })

  await test.step('Clients: the row that has the focus, and one under the pointer', async () => {
    await shell.toClients()
    await expect(shell.heading).toBeFocused()
    const row = page.getByRole('row', { name: 'Driftwood' })
    await pressAt(row, 'ContextMenu')
    await expect(menu('Driftwood')).toBeVisible()
    await scan(running, 'context-menus-02-clients')
    // It closes when the window changes its size, and the row has the focus again.
    await expect(menu('Driftwood')).toHaveCount(0)
    await expect(row).toBeFocused()
    // One of the first rows: the others are drawn, and measured, only when the list is scrolled.
    await page.getByRole('row', { name: 'Lantern' }).click({ button: 'right' })
    await expect(menu('Lantern')).toBeVisible()
    await command(english.clients.row.plan).click()
    const plan = page.getByRole('dialog', { name: english.mending.plan.title })
    await expectFocusWithin(plan)
    await page.keyboard.press('Escape')
    await expect(plan).toHaveCount(0)
    await page.getByRole('row', { name: 'Lantern' }).click({ button: 'right' })
    await expect(menu('Lantern')).toBeVisible()
    await command(english.clients.row.open).click()
    await expect(shell.heading).toHaveText('Lantern')
  })

  await test.step('a client’s page: an earlier session', async () => {
    const link = page.getByRole('link', { name: 'Session 3', exact: true })
    await link.click({ button: 'right' })
    await expect(menu('Session 3 of Lantern')).toBeVisible()
    await scan(running, 'context-menus-03-session')
    // It closes when the window changes its size.
    await expect(menu('Session 3 of Lantern')).toHaveCount(0)
    await link.click({ button: 'right' })
    await expect(menu('Session 3 of Lantern')).toBeVisible()
    await command(english.mending.row.open).click()
    await expect(page).toHaveURL(/\/sessions\//)
  })
})

test('fault 302: a client who has the form gets a menu for their own text, and no other', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const form = handOverPage(page)
  const menu = await systemMenus(running)
  await handOver(running)
  await form.start()
  for (const place of await page.locator('h1, h2, fieldset, button, body').all()) {
    await place.click({ button: 'right', force: true })
    await place.dispatchEvent('contextmenu', { bubbles: true, cancelable: true })
  }
  expect(await menu()).toBeNull()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await form.toComment()
  await form.comment.fill('For my therapist')
  await form.comment.click({ button: 'right' })
  await expect.poll(menu).toEqual(['paste', 'selectall'])
})
