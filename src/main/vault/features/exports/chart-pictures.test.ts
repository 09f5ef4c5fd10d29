import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ChartPicture } from '#shared/contract/operations/exports.ts'
import { clientEntry } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault } from '../../testing/test-vault.ts'

/** The failure of the next syncs of a file: 'ENOSPC' or another of the system's codes. */
const disk = vi.hoisted((): { failure: string | null } => ({ failure: null }))

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  return {
    ...fs,
    fsyncSync: (descriptor: number) => {
      if (disk.failure !== null) throw Object.assign(new Error(disk.failure), { code: disk.failure })
      fs.fsyncSync(descriptor)
    },
  }
})

const png = {
  format: 'png',
  base64: Buffer.from('\x89PNG\r\n\x1a\n and the rest', 'latin1').toString('base64'),
} as const
const svg = { format: 'svg', text: '<svg width="640"><title>Bond</title></svg>' } as const

test('the picture of a chart leaves as one file for its owner only, and the audit log notes it', async () => {
  const vault = createTestVault()
  const first = clientEntry({ code: 'Fern' })
  await vault.api.clients.create(first)
  const place = temporaryFolder()
  for (const picture of [png, svg]) {
    const path = join(place, `chart.${picture.format}`)
    const token = vault.grant(`chart-${picture.format}`, path)
    await vault.api.exports.saveChart({ clientId: first.id, picture, token })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
  expect(readFileSync(join(place, 'chart.png')).toString('base64')).toBe(png.base64)
  expect(readFileSync(join(place, 'chart.svg'), 'utf8')).toBe(svg.text)
  await vault.api.exports.noteChartCopied({ clientId: null })
  const noted = vault.db.prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'chart-%'`)
  expect(noted.raw().all()).toEqual([
    ['chart-saved', first.id],
    ['chart-saved', first.id],
    ['chart-copied', null],
  ])
})

test('nothing is written for a file that was chosen for something else, nor for what is no picture', async () => {
  const vault = createTestVault()
  const place = temporaryFolder()
  const save = (picture: ChartPicture, token: string) =>
    vault.api.exports.saveChart({ clientId: null, picture, token })
  const path = join(place, 'chart')
  await expect(save(svg, vault.grant('chart-png', path))).rejects.toMatchObject({ code: 'file-not-granted' })
  const script = { format: 'svg', text: '<script>' } as const
  await expect(save(script, vault.grant('chart-svg', path))).rejects.toMatchObject({ code: 'invalid-input' })
  const text = { format: 'png', base64: Buffer.from('a note').toString('base64') } as const
  await expect(save(text, vault.grant('chart-png', path))).rejects.toMatchObject({ code: 'invalid-input' })
  expect(readdirSync(place)).toEqual([])
})

test('fault 156: a picture that cannot be written leaves nothing half, and what was there before', async () => {
  const vault = createTestVault()
  const place = temporaryFolder()
  const path = join(place, 'chart.svg')
  writeFileSync(path, 'an older chart')
  const save = () =>
    vault.api.exports.saveChart({ clientId: null, picture: svg, token: vault.grant('chart-svg', path) })
  for (const [errno, code] of [
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'place-read-only'],
  ] as const) {
    disk.failure = errno
    await expect(save()).rejects.toMatchObject({ code })
    disk.failure = null
    expect(readdirSync(place)).toEqual(['chart.svg'])
    expect(readFileSync(path, 'utf8')).toBe('an older chart')
  }
  await save()
  expect(readFileSync(path, 'utf8')).toBe(svg.text)
})
