import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
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
  // After this answer main knows of the copy.
  await call(page, 'app.about')
}

/** Another program copies, as a person would: some time after Attune's copy has reached the clipboard. */
async function copyElsewhere({ app }: Running, text: string): Promise<void> {
  await app.evaluate(async ({ clipboard }, copied) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await clipboard.writeText(copied)
  }, text)
}

const clipboardText = ({ app }: Running) => app.evaluate(({ clipboard }) => clipboard.readText())

test('fault 57: a lock clears what was copied in Attune from the clipboard, but not what another program copied', async ({
  openVault,
}) => {
  const running = await openVault()
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

test('a lock clears a copied picture of a chart, but not what another program copied after it', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const shell = shellPage(page)
  const vault = vaultPages(page)
  const words = english.charts.picture
  const copyPicture = async () => {
    await shell.toClient('Harbour')
    await page.getByRole('button', { name: words.open }).first().click()
    const dialog = page.getByRole('dialog', { name: words.title })
    // The main process of the stand-in sees no picture that a page copies, so a text stands for it.
    await app.evaluate(({ clipboard }) => clipboard.writeText('the picture'))
    await dialog.getByRole('button', { name: words.copy }).click()
    await expect(dialog.getByText(words.copied)).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await copyPicture()
  expect(await clipboardText(running)).toBe('the picture')
  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  await expect.poll(() => clipboardText(running)).toBe('')

  await vault.unlock('quiet harbour seven lamps')
  await copyPicture()
  await copyElsewhere(running, 'a shopping list')
  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  expect(await clipboardText(running)).toBe('a shopping list')
})

test('a client can’t paste what the therapist copied, nor the therapist what the client copied', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const form = handOverPage(page)
  await copyInAttune(running, 'a sentence about another client')
  await handOver(running)
  await expect.poll(() => clipboardText(running)).toBe('')

  await copyInAttune(running, 'a comment of the client')
  await form.goBack(passphrase, 'form')
  await expect.poll(() => call(page, 'clients.list')).toMatchObject({ ok: true })
  await expect.poll(() => clipboardText(running)).toBe('')
})

test('quitting waits until the clipboard is clear, even if the clipboard answers slowly', async ({
  openVault,
}) => {
  const running = await openVault()
  const { app, page } = running
  let output = ''
  app.process().stderr?.on('data', (text: Buffer) => (output += text.toString()))
  await app.evaluate(({ app: main, clipboard }) => {
    const read = clipboard.readText.bind(clipboard)
    const clear = clipboard.clear.bind(clipboard)
    clipboard.readText = async () => {
      await new Promise((resolve) => setTimeout(resolve, 40))
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
  // Attune prevents the first quit, to lock the vault before the window closes.
  expect(output.match(/<\w+>/g)).toEqual(['<quit>', '<cleared>', '<quit>'])
})
