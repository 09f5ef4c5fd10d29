import { call, expect, test, type Running } from '../fixtures.ts'
import { openNewVault } from '../open-vault.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'

/** Copies as a key press does: the page's own event, with the clipboard filled as the system fills it. */
async function copyInAttune({ app, page }: Running, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))
        setTimeout(resolve, 0)
      }),
  )
  // An answer after it says that main has been told by now.
  await call(page, 'app.about')
}

const clipboardText = ({ app }: Running) => app.evaluate(({ clipboard }) => clipboard.readText())

test('fault 57: what was copied is gone from the clipboard after a lock; what another program put there is not', async ({
  running,
}) => {
  await openNewVault(running)
  const shell = shellPage(running.page)
  const vault = vaultPages(running.page)
  await copyInAttune(running, 'a sentence about a client')
  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  await expect.poll(() => clipboardText(running)).toBe('')

  await vault.unlock('quiet harbour seven lamps')
  await expect(shell.today).toBeVisible()
  await copyInAttune(running, 'a sentence about a client')
  await running.app.evaluate(({ clipboard }) => clipboard.writeText('a shopping list'))
  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  expect(await clipboardText(running)).toBe('a shopping list')
})
