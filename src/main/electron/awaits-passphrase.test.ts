import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { awaitsPassphrase } from './awaits-passphrase.ts'

test('a vault awaits its passphrase unless there is none or a wrong passphrase makes it wait', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-awaits-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(awaitsPassphrase(join(folder, 'missing'))).toBe(false)
  expect(awaitsPassphrase(folder)).toBe(false)
  writeFileSync(join(folder, 'vault.json'), '{}')
  expect(awaitsPassphrase(folder)).toBe(true)
  writeFileSync(join(folder, 'attempts.json'), '{}')
  expect(awaitsPassphrase(folder)).toBe(false)
})

test('fault 163: a folder or a link in the place of the header gives no early field, and a link is not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-awaits-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'elsewhere.json'), '{}')
  symlinkSync(join(folder, 'elsewhere.json'), join(folder, 'vault.json'))
  expect(awaitsPassphrase(folder)).toBe(false)
  rmSync(join(folder, 'vault.json'))
  mkdirSync(join(folder, 'vault.json'))
  expect(awaitsPassphrase(folder)).toBe(false)
  rmSync(join(folder, 'vault.json'), { recursive: true })
  writeFileSync(join(folder, 'vault.json'), '{}')
  symlinkSync(join(folder, 'nowhere'), join(folder, 'attempts.json'))
  expect(awaitsPassphrase(folder)).toBe(false)
  expect(awaitsPassphrase(join(folder, 'vault.json'))).toBe(false)
})
