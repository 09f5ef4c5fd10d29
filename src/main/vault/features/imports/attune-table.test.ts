import { expect, test } from 'vitest'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { exportedFile, exportedFiles } from './testing/exported-files.ts'

/** The long table of all ratings of a vault, as its export writes it. */
async function exported(vault: TestVault): Promise<string> {
  return exportedFile(await exportedFiles(vault, ['tables']), 'ratings-long.csv')
}

test('the table that an export writes is recognised, changes nothing where it is from, and brings the same elsewhere', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const text = await exported(vault)
  expect(await vault.api.imports.survey({ text, place: null })).toEqual({ kind: 'attune', format: 'tables' })
  const there = await vault.api.imports.preview({ kind: 'attune', format: 'tables', text })
  expect(there).toMatchObject({ brings: { newSessions: 0, forms: 0 }, problems: { listed: [], further: 0 } })

  const other = createTestVault()
  const answer = await other.api.imports.run({
    file: { kind: 'attune', format: 'tables', text },
    leavesOut: false,
  })
  expect(answer).toMatchObject({ kind: 'done' })
  expect(await exported(other)).toBe(text)
})

test('a damaged export is refused with its line', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const lines = (await exported(vault)).split('\r\n')
  const text = [...lines.slice(0, 3), 'broken', ...lines.slice(3)].join('\r\n')
  expect(await vault.api.imports.preview({ kind: 'attune', format: 'tables', text })).toEqual({
    kind: 'refused',
    refusal: { code: 'damaged', row: 4 },
  })
})
