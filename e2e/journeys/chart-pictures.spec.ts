import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, test, type Running } from '../fixtures.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { printPage } from '../print-page.ts'
import { readPdf } from '../read-pdf.ts'
import { scan } from '../scan.ts'
import { keepPrinted, keepScreenshot } from '../screenshots.ts'

const words = english.charts.picture
const printing = english.charts.print
const leavingButtons = [words.save.svg, words.save.png, words.copy]

/** Answers the next dialogs for a file, as if the user had chosen this one. */
async function chooseFile({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

/** Opens the picture of a figure with the keyboard alone: from its drawing past the button for the table. */
async function openPicture(page: Page, figure: Locator): Promise<Locator> {
  await figure.getByRole('application').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(figure.getByRole('button', { name: words.open })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: words.title })
  await expect(dialog.getByRole('img')).toBeVisible()
  return dialog
}

/** Presses a button of the dialog with the keyboard. */
async function press(page: Page, dialog: Locator, name: string): Promise<void> {
  const button = dialog.getByRole('button', { name })
  await expect(button).toBeEnabled()
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab')
    if (await button.evaluate((element) => element === document.activeElement)) break
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}

async function save(running: Running, dialog: Locator, format: 'png' | 'svg', path: string): Promise<Buffer> {
  await chooseFile(running, path)
  await press(running.page, dialog, words.save[format])
  // The words about the file before can still be there.
  await expect(dialog.getByText(`Saved as “${basename(path)}”`)).toBeVisible()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  return readFileSync(path)
}

/** The size of a PNG, the share of its points that are not white, and whether a colour is among them. */
async function pointsOf(page: Page, png: Buffer, colour: string) {
  return page.evaluate(
    async ([base64, rgb]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes]))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      let drawn = 0
      let hasColour = false
      for (let at = 0; at < data.length; at += 4) {
        const point = data.slice(at, at + 3).join(', ')
        if (point !== '255, 255, 255') drawn += 1
        hasColour ||= `rgb(${point})` === rgb
      }
      return { width: image.width, height: image.height, share: drawn / (data.length / 4), hasColour }
    },
    [png.toString('base64'), colour] as const,
  )
}

/** What a program that knows nothing of Attune must be able to draw. */
function expectSelfContained(svg: string): void {
  expect(svg).toMatch(/^<svg [^>]*role="img"/)
  expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/)
  expect(svg).not.toMatch(/\bvar\(|\b(class|href|src|data-[a-z]+)="|foreignObject|@import|<script/)
  const addresses = [...svg.matchAll(/url\(["']?([^)"']*)/g)].map(([, address = '']) => address.slice(0, 23))
  expect(addresses.filter((address) => address.startsWith('data:font/woff2;base64,'))).toHaveLength(2)
  expect(addresses.filter((address) => !/^(data:font\/woff2;base64,|#)/.test(address))).toEqual([])
  const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour)
  expect(colours.length).toBeGreaterThan(10)
  expect(
    colours.filter((colour) => !/^(none|#[0-9a-f]{3,6}|rgb\(\d+, \d+, \d+\))$/.test(colour ?? '')),
  ).toEqual([])
}

const sizeIn = (svg: string) => {
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  return { width: Number(width) * 2, height: Number(height) * 2 }
}

test('a chart is saved as SVG and PNG and copied by keyboard, and looks the same from both themes', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await shellPage(page).toClient('Harbour')
  const figure = page.getByRole('figure').first()
  const saved: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const dialog = await openPicture(page, figure)
    await keepScreenshot(page, `chart-picture-${colorScheme}`)
    const svg = (await save(running, dialog, 'svg', join(dataFolder, `${colorScheme}.svg`))).toString('utf8')
    saved.push(svg)
    expectSelfContained(svg)
    expect(svg).not.toContain('Harbour')
    const png = await save(running, dialog, 'png', join(dataFolder, `${colorScheme}.png`))
    const points = await pointsOf(page, png, 'rgb(40, 70, 153)')
    expect(points).toMatchObject({ ...sizeIn(svg), hasColour: true })
    expect(points.share).toBeGreaterThan(0.02)
    expect(points.share).toBeLessThan(0.5)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(figure.getByRole('button', { name: words.open })).toBeFocused()
  }
  // Recharts and React count their ids on; nothing of them is in the picture.
  expect(saved[1]).toBe(saved[0])

  const dialog = await openPicture(page, figure)
  await press(page, dialog, words.copy)
  await expect(dialog.getByText(words.copied)).toBeVisible()
  const pasted = await pasteIn(page)
  expect(pasted).toMatchObject(sizeIn(saved[0] ?? ''))

  // The code is in it if it is asked for.
  const named = dialog.getByRole('checkbox', { name: words.named })
  await named.focus()
  await page.keyboard.press('Space')
  await expect(named).toBeChecked()
  await expect
    .poll(async () => decodeURIComponent((await dialog.getByRole('img').getAttribute('src')) ?? ''))
    .toContain('<title>Harbour: ')
  await page.keyboard.press('Escape')

  await page.emulateMedia({ colorScheme: 'light' })
  await openPicture(page, figure)
  await scan(running, 'chart picture')
  await page.keyboard.press('Escape')
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.records.audit }).click()
  await expect(page.getByText(english.audit.kinds['chart-copied'].slice(0, -1)).first()).toBeVisible()
  await expect(page.getByText(english.audit.kinds['chart-saved'].slice(0, -1)).first()).toBeVisible()
})

/** Pastes in the page, as in any program, and gives the size of the picture that arrives. */
async function pasteIn(page: Page) {
  const arrived = page.evaluate(
    () =>
      new Promise<{ width: number; height: number } | null>((resolve) => {
        document.addEventListener(
          'paste',
          (event) => {
            const [file] = event.clipboardData?.files ?? []
            if (file === undefined) resolve(null)
            else void createImageBitmap(file).then(({ width, height }) => resolve({ width, height }))
          },
          { once: true },
        )
      }),
  )
  await page.keyboard.press('Control+V')
  return arrived
}

/** Presses _Print…_ in a figure and reads the paper back that the system's dialog would get. */
async function printAlone(running: Running, figure: Locator, name: string) {
  const { page } = running
  // The system's dialog would keep the page waiting. Chromium reports the beginning and the end of the PDF's printing.
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await figure.getByRole('button', { name: printing.open }).press('Enter')
  const pdf = await printPage(running)
  keepPrinted(pdf, `chart-print-of-${name}`)
  return readPdf(pdf)
}

/** A text without its white space, because a PDF has every line and every sign of a drawing apart. */
const closed = (text: string | null) => (text ?? '').replaceAll(/\s+/g, '')

test('a chart prints alone, with its table if that is open, in light colors and with the code and the day', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await shellPage(page).toClient('Harbour')
  await expect(page.getByRole('region', { name: english.prompts.title })).toBeVisible()
  const figure = page.getByRole('figure').first()
  const sentence = (await figure.getByRole('paragraph').first().textContent()) ?? ''
  await page.emulateMedia({ colorScheme: 'dark' })

  const alone = await printAlone(running, figure, 'course')
  expect(alone.size).toEqual([612, 792])
  expect(alone.isTagged).toBe(true)
  expect(alone.pages).toHaveLength(1)
  const [sheet = ''] = alone.pages
  expect(closed(sheet)).toContain(closed(sentence))
  expect(sheet).toMatch(/Attune · Harbour · printed on \w+ \d+, \d{4}/)
  expect(sheet).toContain('1 / 1')
  const others = [english.app.today, english.client.edit, english.prompts.title, english.charts.showTable]
  for (const other of others) expect(closed(sheet), other).not.toContain(closed(other))

  await figure.getByRole('button', { name: english.charts.showTable }).click()
  const rows = await figure.getByRole('row').count()
  const withTable = await printAlone(running, figure, 'course-with-table')
  expect(withTable.elements.filter(({ role }) => role === 'TR')).toHaveLength(rows)

  // The whole screen prints as before.
  const whole = await readPdf(await printPage(running))
  expect(closed(whole.pages.join(''))).toContain(closed(english.prompts.title))

  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.records.audit }).click()
  await expect(page.getByText(english.audit.kinds.printed.slice(0, -1)).first()).toBeVisible()
})

test('every chart of a client, of the practice and of a study has a picture and prints alone', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const pictureOf = async (figure: Locator, name: string): Promise<void> => {
    await figure.getByRole('button', { name: words.open }).click()
    const dialog = page.getByRole('dialog', { name: words.title })
    const image = dialog.getByRole('img')
    await expect(image).toBeVisible()
    const address = (await image.getAttribute('src')) ?? ''
    expectSelfContained(decodeURIComponent(address.slice(address.indexOf(',') + 1)))
    for (const button of leavingButtons)
      await expect(dialog.getByRole('button', { name: button })).toBeEnabled()
    await image.scrollIntoViewIfNeeded()
    await keepScreenshot(page, `chart-picture-of-${name}`)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    const title = await figure.getByRole('heading').first().textContent()
    const { pages } = await printAlone(running, figure, name)
    expect(pages, name).toHaveLength(1)
    expect(closed(pages[0] ?? ''), name).toContain(closed(title))
  }
  await shellPage(page).toClient('Driftwood')
  await expect(page.getByRole('figure')).not.toHaveCount(0)
  const compared = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: english.client.congruence.title, exact: true }) })
  // Panels above are still being drawn, so the button moves away from under a pointer.
  await compared.getByRole('button', { name: english.client.congruence.howFound }).press('Enter')
  await expect(compared.getByRole('application')).toBeVisible()
  const charts = page.getByRole('figure').filter({ has: page.getByRole('application') })
  // The course, the outcome, both ratings, and the panels below the course.
  await expect(charts).toHaveCount(11)
  for (let index = 0; index < 11; index += 1) await pictureOf(charts.nth(index), `client-${index}`)

  await page.evaluate(() => {
    window.location.hash = '/practice'
  })
  await expect(shellPage(page).heading).toHaveText(english.practice.title)
  await expect(charts).not.toHaveCount(0)
  await pictureOf(charts.first(), 'practice')

  await shellPage(page).toEvidence()
  const library = evidencePage(page)
  await library.search.fill('Alliance rupture repair')
  await library.list.getByRole('link', { name: 'Alliance rupture repair: A meta-analysis' }).click()
  await expect(charts).not.toHaveCount(0)
  await pictureOf(charts.first(), 'findings')
})
