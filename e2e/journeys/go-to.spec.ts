import { english } from '#shared/i18n/en/index.ts'
import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'

const words = english.app

test('a client, a command and the screen before are reached by keys from anywhere', async ({ openVault }) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const heading = shellPage(page).heading
  const goTo = page.getByRole('dialog', { name: words.goTo.title })

  await test.step('Ctrl+K, two letters and Enter open a client', async () => {
    await page.keyboard.press('Control+k')
    await expect(goTo.getByRole('searchbox')).toBeFocused()
    await scan(running, 'go-to-01-commands')
    await page.keyboard.type('or')
    await expect(goTo.getByRole('option').first()).toContainText('Orchard')
    await scan(running, 'go-to-02-client')
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText('Orchard')
    await expect(goTo).toHaveCount(0)
  })

  await test.step('a command runs by its name, and Escape leaves everything as it was', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('your pr')
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText(english.practice.title)
    await page.keyboard.press('Control+k')
    await expect(goTo.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(goTo).toHaveCount(0)
    await expect(heading).toHaveText(english.practice.title)
  })

  await test.step('Alt with an arrow goes back and forward', async () => {
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(heading).toHaveText('Orchard')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(heading).toHaveText(english.practice.title)
  })

  await test.step('F1 lists the keys', async () => {
    await page.keyboard.press('F1')
    const list = page.getByRole('dialog', { name: english.commands.shortcuts })
    await expect(list.getByText(english.commands['go-to'])).toBeVisible()
    await scan(running, 'go-to-03-shortcuts')
    // The list is longer than the window, and its end can be reached.
    const close = list.getByRole('button', { name: words.shortcuts.close })
    await close.scrollIntoViewIfNeeded()
    await expect(close).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  })

  await test.step('Ctrl+F finds words on the screen, and Escape gives the focus back', async () => {
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(heading).toHaveText('Orchard')
    const edit = page.getByRole('link', { name: english.client.edit })
    await edit.focus()
    await page.keyboard.press('Control+f')
    const bar = page.getByRole('search', { name: words.find.label })
    await expect(bar.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('SESSION')
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/)
    await page.keyboard.press('Enter')
    await expect(bar.getByRole('status')).toHaveText(/^2 of \d+$/)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    const [, last, count] = /^(\d+) of (\d+)$/.exec((await bar.getByRole('status').textContent()) ?? '') ?? []
    expect(last).toBe(count)
    const marked = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)
    expect(await marked()).toBe(Number(count))
    await scan(running, 'go-to-04-find')
    await page.keyboard.type('zebra')
    await expect(bar.getByRole('status')).toHaveText(words.find.none)
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(edit).toBeFocused()
    expect(await marked()).toBe(0)
  })

  await test.step('Ctrl+Shift+F searches the evidence', async () => {
    await page.keyboard.press('Control+Shift+f')
    await expect(heading).toHaveText(english.evidence.title)
    await expect(page.getByRole('searchbox')).toBeFocused()
  })
})
