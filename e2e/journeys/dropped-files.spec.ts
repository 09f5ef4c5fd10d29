import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, test } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'

const words = english.app.drop
const reference = 'TY  - JOUR\nAU  - Doe, J.\nPY  - 2000\nTI  - Pauses in a dropped file\nER  - \n'

interface Given {
  readonly name: string
  readonly text: string
}

/** Drags files over a part of the page and drops them there; returns whether the page took the drop for itself. */
async function drop(page: Page, selector: string, files: readonly Given[]): Promise<boolean[]> {
  // Waits for the part.
  return page
    .locator(selector)
    .first()
    .evaluate((target, given) => {
      const dataTransfer = new DataTransfer()
      for (const { name, text } of given) dataTransfer.items.add(new File([text], name))
      return ['dragenter', 'dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
        target.dispatchEvent(event)
        return event.defaultPrevented
      })
    }, files)
}

async function goTo(page: Page, address: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
  await expect(shellPage(page).heading).toHaveText(title)
}

test('references and a questionnaire are dropped on their import screens, as if they had been chosen', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const here = 'div:has(> input[type=file])'

  await test.step('references', async () => {
    await goTo(page, '/evidence/own/import', english.evidence.import.title)
    await scan(running, 'dropped-files-01-references')
    await drop(page, here, [{ name: 'own.ris', text: reference }])
    await expect(page.getByText('Pauses in a dropped file').first()).toBeVisible()
  })

  await test.step('two files are refused in words, and the screen stays', async () => {
    await goTo(page, '/settings/instruments', english.packs.title)
    const two = [
      { name: 'one.json', text: '{}' },
      { name: 'two.json', text: '{}' },
    ]
    await drop(page, here, two)
    await expect(page.getByText(words.several.title)).toBeVisible()
    await scan(running, 'dropped-files-02-several')
  })

  await test.step('a file that is no questionnaire is read, and refused as after choosing it', async () => {
    await drop(page, here, [{ name: 'one.json', text: '{}' }])
    await expect(page.getByText(english.packs.import.refused.replace('{{name}}', 'one.json'))).toBeVisible()
    await expect(page.getByText(words.several.title)).toHaveCount(0)
  })
})

test('fault 303: a file that is dropped elsewhere opens nothing, also in the client’s hands', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const address = page.url()
  const files = [{ name: 'page.html', text: '<h1>Not Attune</h1>' }]
  const note = page.getByText(words.elsewhere)

  expect(await drop(page, 'main h1', files)).toEqual([false, true, true])
  await expect(note).toBeVisible()
  await scan(running, 'dropped-files-03-elsewhere')
  await expect(note).toHaveCount(0)
  expect(page.url()).toBe(address)

  await handOver(running)
  await handOverPage(page).start()
  for (const selector of ['main', 'fieldset', 'button', 'body'])
    expect((await drop(page, selector, files)).slice(1), selector).toEqual([true, true])
  await expect(note).toHaveCount(0)
  await expect(page.getByText('Not Attune')).toHaveCount(0)
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
})
