import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
