import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { english } from '#shared/i18n/en/index.ts'
import { gallery } from '../../src/renderer/gallery/words.ts'
import { expect, repository, test } from '../fixtures.ts'
import { scan } from '../scan.ts'
import { areScreenshotsKept } from '../screenshots.ts'

test('the built app contains nothing of the gallery', () => {
  const folder = join(repository, 'out')
  const built = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|cjs|css|html)$/.test(name),
  )
  const filesWith = (words: string) =>
    built.filter((name) => readFileSync(join(folder, name), 'utf8').includes(words))
  expect(filesWith('Log a session')).not.toEqual([])
  for (const words of [gallery.subtitle, gallery.made.forest, gallery.fields.textDescription, '_swatch'])
    expect(filesWith(words), words).toEqual([])
  expect(built.filter((name) => /gallery/i.test(name))).toEqual([])
})

test('neither the start nor a client’s page waits for the chart library', () => {
  const folder = join(repository, 'out/renderer/assets')
  const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
  const withLibrary = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && textOf(name).includes('recharts-wrapper'),
  )
  expect(withLibrary).not.toEqual([])
  /** The script and all that it imports before it runs. */
  const loadedWith = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const [, next = ''] of textOf(name).matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g))
      loadedWith(next, seen)
    return seen
  }
  const page = readFileSync(join(repository, 'out/renderer/index.html'), 'utf8')
  const starts = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)
  const screens = readdirSync(folder).filter((name) => /^(index|client-screen)-.*\.js$/.test(name))
  expect(starts.length + screens.length).toBeGreaterThan(2)
  for (const name of [...starts, ...screens])
    expect(
      [...loadedWith(name)].filter((each) => withLibrary.includes(each)),
      name,
    ).toEqual([])
})

test('every part in every state is accessible, light and dark, up to 200 % zoom', async ({ running }) => {
  test.setTimeout(240_000)
  const { page } = running
  await showGallery(page)
  for (const name of Object.keys(gallery.parts).filter((part) => part !== 'label')) {
    await page
      .getByRole('tab')
      .nth(Object.keys(gallery.parts).indexOf(name) - 1)
      .click()
    await expect(page.getByRole('tabpanel')).not.toBeEmpty()
    await scan(running, `gallery-${name}`)
  }
})

test('in courses of 1, 5, 40 and 500 sessions no words of a plot lie on others, on the screen and on paper', async ({
  running,
}) => {
  test.setTimeout(240_000)
  const { page } = running
  await showGallery(page)
  await page.getByRole('tab', { name: gallery.parts.lengths }).click()
  const plots = page.getByRole('figure').filter({ has: page.getByRole('application') })
  await expect(plots).toHaveCount(5 * 4)
  for (const { media, width, name } of [
    { media: 'screen', width: 1280, name: 'wide' },
    { media: 'screen', width: 640, name: 'narrow' },
    { media: 'print', width: 700, name: 'print' },
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ media, colorScheme: 'light' })
    // The plots follow their new width, and recharts draws once more after that.
    await expect(async () => expect(await collisions(page)).toEqual([])).toPass({ timeout: 20_000 })
    for (const colorScheme of ['light', 'dark'] as const) {
      if (!areScreenshotsKept) break
      await page.emulateMedia({ media, colorScheme })
      for (let index = 0; index < 20; index += 1) {
        const path = `test-results/screens/lengths-${name}-${colorScheme}-${index}.png`
        await plots.nth(index).screenshot({ path: join(repository, path) })
      }
    }
  }
})

/** The words of each plot that lie on others of the same plot, or beyond its drawing. */
async function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const figure of document.querySelectorAll('figure')) {
      const boxes = [...figure.querySelectorAll('svg text')]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words !== '' && box.width > 0)
      const title = figure.getAttribute('aria-label') ?? figure.textContent.slice(0, 30)
      const room = figure.getBoundingClientRect()
      boxes.forEach(({ words, box }, index) => {
        if (box.left < room.left - 1 || box.right > room.right + 1) found.push(`${title}: “${words}” is cut`)
        for (const other of boxes.slice(index + 1)) {
          // Letters fill less than the height of their line.
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
          if (across > 1 && down > 6) found.push(`${title}: “${words}” on “${other.words}”`)
        }
      })
    }
    return found
  })
}

test('a chart of the gallery can be copied or saved, without a vault', async ({ running }) => {
  test.setTimeout(120_000)
  const { page } = running
  await showGallery(page)
  await page.getByRole('tab', { name: gallery.parts.charts }).click()
  const words = english.charts.picture
  await page.getByRole('figure').first().getByRole('button', { name: words.open }).click()
  const dialog = page.getByRole('dialog', { name: words.title })
  await expect(dialog.getByRole('img')).toBeVisible()
  await dialog.getByRole('button', { name: words.save.png }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

/** Puts the built gallery in place of the app's page. */
async function showGallery(page: Page): Promise<void> {
  const { script, style } = await builtGallery()
  await page.goto('about:blank')
  await page.evaluate(() => {
    document.documentElement.lang = 'en'
    document.title = 'Gallery'
    const root = document.createElement('div')
    root.id = 'root'
    document.body.append(root)
  })
  await page.addStyleTag({ content: style })
  await page.addScriptTag({ content: script })
}

/** Builds the gallery as one script and one style sheet, so that a page can show it without a server. */
async function builtGallery(): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: join(repository, 'gallery.vite.config.ts'),
    logLevel: 'error',
    build: {
      write: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        input: join(repository, 'src/renderer/gallery/main.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const output = 'output' in built ? built.output : []
  return {
    script: output.map((file) => (file.type === 'chunk' ? file.code : '')).join(''),
    style: output.reduce(
      (style, file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? style + String(file.source) : style,
      '',
    ),
  }
}
