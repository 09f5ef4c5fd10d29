// Draws the icons for electron-builder.yml from assets/icon/attune.svg. Run this after every change of that file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

import { ensureChromium } from '../runtime/ensure-chromium.ts'
import { repositoryFolder } from '../runtime/repository.ts'
import { icnsFile, icoFile, type Picture } from './icon-files.ts'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const iconFolder = join(repositoryFolder, 'assets/icon')
const drawing = readFileSync(join(iconFolder, 'attune.svg'), 'utf8')

const browser = await chromium.launch({ executablePath: await ensureChromium() })
const page = await browser.newPage()
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`)

const pictures: Picture[] = []
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
}
await browser.close()

const pictureFolder = join(iconFolder, 'png')
mkdirSync(pictureFolder, { recursive: true })
for (const { size, png } of pictures) writeFileSync(join(pictureFolder, `${size}x${size}.png`), png)
writeFileSync(join(iconFolder, 'attune.ico'), icoFile(pictures))
writeFileSync(join(iconFolder, 'attune.icns'), icnsFile(pictures))
