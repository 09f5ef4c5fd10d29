import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { english } from '#shared/i18n/en/index.ts'
import { gallery } from '../../src/renderer/gallery/words.ts'
import { expect, repository, test } from '../fixtures.ts'
import { scan } from '../scan.ts'

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
