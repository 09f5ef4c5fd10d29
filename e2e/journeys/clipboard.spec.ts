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
  // An answer after it says that main knows of it by now.
  await call(page, 'app.about')
}

/** Another program copies, as a person does it: some time after Attune's copy has reached the clipboard. */
async function copyElsewhere({ app }: Running, text: string): Promise<void> {
  await app.evaluate(async ({ clipboard }, copied) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await clipboard.writeText(copied)
  }, text)
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
  await copyElsewhere(running, 'a shopping list')
  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  expect(await clipboardText(running)).toBe('a shopping list')
})

test('quitting goes on once the clipboard is clear, also where it is slow to answer', async ({ running }) => {
  await openNewVault(running)
  const { app, page } = running
  let said = ''
  app.process().stderr?.on('data', (text: Buffer) => (said += text.toString()))
  await app.evaluate(({ app: main, clipboard }) => {
    const read = clipboard.readText.bind(clipboard)
    const clear = clipboard.clear.bind(clipboard)
    clipboard.readText = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return read()
    }
    clipboard.clear = () => {
      clear()
      process.stderr.write('<cleared>')
    }
    main.on('before-quit', () => process.stderr.write('<quit>'))
  })
  await copyInAttune(running, 'a sentence about a client')
  const closed = app.waitForEvent('close')
  await call(page, 'app.quit').catch(() => undefined)
  await closed
  // The first is prevented, so that the vault is locked before its window goes.
  expect(said.match(/<\w+>/g)).toEqual(['<quit>', '<cleared>', '<quit>'])
})
