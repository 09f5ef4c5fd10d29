import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'
import { makeLargeVault } from '../vaults/large-vault.ts'

test('in a list of 300 clients the keyboard reaches every row, and none hides below the header', async ({
  launch,
  dataFolder,
}) => {
  test.slow()
  makeLargeVault(dataFolder, passphrase, { clients: 150, sessions: 1 })
  const { page } = await launch()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).today).toBeVisible()
  await page.evaluate(() => {
    window.location.hash = '/clients'
  })
  const header = page.getByRole('columnheader', { name: english.clients.column.code })
  const current = page.locator('[role=row]:focus')
  const expectSeen = async () => {
    await expect(header).toBeInViewport({ ratio: 1 })
    await expect(current).toBeInViewport({ ratio: 1 })
    const [head, row] = [await header.boundingBox(), await current.boundingBox()]
    expect(row?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1)
  }
  // The rows that no screen shows at first come after the first frame.
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '301')
  await page.getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await expect(current).toHaveAttribute('aria-rowindex', '301')
  await expectSeen()
  await keepScreenshot(page, 'many-clients-end')
  for (const key of ['PageUp', 'PageUp', 'PageDown', 'ArrowUp', 'Home', 'PageDown']) {
    const before = await current.getAttribute('aria-rowindex')
    await page.keyboard.press(key)
    await expect(current).not.toHaveAttribute('aria-rowindex', before ?? '')
    await expectSeen()
  }
})

test('a click right after the wheel opens the row below the pointer', async ({ launch, dataFolder }) => {
  test.slow()
  makeLargeVault(dataFolder, passphrase, { clients: 60, sessions: 1 })
  const { page } = await launch()
  await vaultPages(page).unlock(passphrase)
  for (const distance of [90, 700, 2_400]) {
    await shellPage(page).toClients()
    const grid = page.getByRole('grid')
    await expect(grid).toHaveAttribute('aria-rowcount', '121')
    const box = await grid.boundingBox()
    const pressed = page.evaluate(
      () =>
        new Promise<string>((answer) => {
          window.addEventListener(
            'pointerdown',
            ({ target }) => {
              const row = target instanceof Element ? target.closest('[role=row]') : null
              answer(row?.querySelector('a')?.textContent ?? 'no row')
            },
            { capture: true, once: true },
          )
        }),
    )
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
    await page.mouse.wheel(0, distance)
    await expect.poll(() => grid.evaluate(({ scrollTop }) => scrollTop), { intervals: [5] }).toBe(distance)
    await page.mouse.down()
    await page.mouse.up()
    await expect(shellPage(page).heading).toHaveText(await pressed)
  }
})
