import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { ensureChromium, findChromium } from './ensure-chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'attune-chromium-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the one that is named comes first, then the first on the path that can be run', () => {
  expect(findChromium({ ATTUNE_CHROMIUM: '/named/chromium', PATH: folder })).toBe('/named/chromium')
  expect(findChromium({ PATH: folder })).toBeUndefined()
  writeFileSync(join(folder, 'chromium'), '')
  expect(findChromium({ PATH: folder })).toBeUndefined()
  chmodSync(join(folder, 'chromium'), 0o755)
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'))
  expect(ensureChromium({ PATH: folder })).toBe(join(folder, 'chromium'))
})
