import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, repository, test, type Running } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { reload } from '../reload.ts'
import { wakePage } from '../wake-page.ts'

/** Milliseconds by which the rest of the page is delayed, so that a test can type before it loads. */
const heldBackMilliseconds = 4_000

/** By then, a page that loads its scripts without waiting for anybody has them. */
const quietMilliseconds = 2_000

test.beforeEach(({ placeVault }) => {
  placeVault()
})

/** Starts the app, and reloads the page with everything delayed except its first script. */
async function startSlowly(launch: () => Promise<Running>): Promise<Running> {
  const started = await launch()
  // The early field has the same label, so wait for the whole page before reloading it.
  await wakePage(started.page)
  await expect(vaultPages(started.page).passphrase).toBeFocused()
  await started.app.evaluate(({ BrowserWindow }, milliseconds) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.session.webRequest.onBeforeRequest(({ url }, callback) => {
      setTimeout(callback, /\/main-[^/]*\.js$/.test(url) ? milliseconds : 0, { cancel: false })
    })
    contents?.reload()
  }, heldBackMilliseconds)
  await expect(early(started.page)).toBeFocused()
  return started
}

/** The field in the page's HTML. */
const early = (page: Page) => page.locator('#start-passphrase')

/** The form in the page's HTML, once it can be seen. */
const shown = (page: Page) => page.locator('#start:not([data-unseen])')

test('text typed before the rest of the page has loaded stays, with the caret', async ({ launch }) => {
  const { page } = await startSlowly(launch)
  await page.keyboard.type('quiet lamps')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft')
  await expect(early(page)).toHaveCount(0)
  const { passphrase: field } = vaultPages(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('harbour seven ')
  await expect(field).toHaveValue('quiet harbour seven lamps')
})

test('Enter before the rest of the page has loaded unlocks', async ({ launch }) => {
  const { page } = await startSlowly(launch)
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await expect(shellPage(page).today).toBeVisible()
  expect(await page.evaluate((words) => document.documentElement.outerHTML.includes(words), passphrase)).toBe(
    false,
  )
})

test('a locked page loads the rest of its scripts only once somebody is there', async ({ launch }) => {
  const { page } = await launch()
  await expect(shown(page)).toBeVisible()
  // Otherwise the page after a lock would start like the first one.
  expect(page.url()).not.toContain('?')
  await page.waitForTimeout(quietMilliseconds)
  const hasLoadedRest = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/main-[^/]*\.js$/.test(name)),
    )
  expect(await hasLoadedRest()).toBe(false)
  await wakePage(page)
  await expect(vaultPages(page).passphrase).toBeFocused()
  expect(await hasLoadedRest()).toBe(true)
})

test('the first key may go on to the button or to the recovery key', async ({ launch }) => {
  const running = await launch()
  const { page } = running
  await expect(shown(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(early(page)).toHaveCount(0)
  await expect(page.locator('#root button[type=submit]')).toBeFocused()
  await reload(running)
  await expect(shown(page)).toBeVisible()
  await vaultPages(page).useRecoveryKey()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english.unlock.recover.noneTitle)
})

test('the first field has the same position as the form’s own', async ({ launch }) => {
  const { page } = await launch()
  await wakePage(page)
  await expect(vaultPages(page).passphrase).toBeFocused()
  const built = readFileSync(join(repository, 'out/renderer/index.html'), 'utf8')
  const markup = /<main id="start"[\s\S]*?<\/main>/.exec(built)?.[0] ?? ''
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 })
    const [ours, theirs] = await page.evaluate((html) => {
      const boxes = (...selectors: string[]) =>
        selectors.map((selector) => {
          const element = document.querySelector(selector)
          if (!element) throw new Error(`nothing is at ${selector}`)
          const found = element.getBoundingClientRect()
          return [
            selector.split(' ').at(-1),
            ...[found.x, found.y, found.width, found.height].map(Math.round),
          ]
        })
      const form = boxes(
        '#root h1',
        '#root label',
        '#root div:has(> input)',
        '#root button[type=submit]',
        '#root form + p',
      )
      const holder = document.createElement('template')
      holder.innerHTML = html
      const start = document.body.insertBefore(
        holder.content.firstElementChild!,
        document.querySelector('#root'),
      )
      start.removeAttribute('hidden')
      const early = boxes('#start h1', '#start label', '#start input', '#start button', '#start form + p')
      start.remove()
      return [early.map((place) => place.slice(1)), form.map((place) => place.slice(1))]
    }, markup)
    expect(ours).toEqual(theirs)
  }
})

test('the page’s first style sheet puts the layers in order, whichever screen’s styles come next', () => {
  const folder = join(repository, 'out/renderer')
  const [, first = ''] =
    /<link rel="stylesheet"[^>]* href="([^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? []
  const styles = readFileSync(join(folder, first), 'utf8')
  const named = [...styles.matchAll(/@layer ([\w, ]+)[{;]/g)].flatMap(([, names = '']) => names.split(', '))
  expect([...new Set(named)]).toEqual(['reset', 'tokens', 'base', 'ui', 'features'])
})
