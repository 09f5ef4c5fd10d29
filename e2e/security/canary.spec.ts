import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { logPage } from '../pages/log-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { filesWith } from '../../scripts/faults/files-with.ts'
import { keysOfVault } from '../../scripts/faults/keys-of-vault.ts'
import { holdersOf } from '../../scripts/faults/memory-of.ts'

const canary = 'The canary sang at 04:17 behind the blue cupboard'

test('fault 53: a note leaves no trace in any file, and after the lock no key is in memory', async ({
  launch,
  placeVault,
  dataFolder,
}) => {
  test.skip(
    process.platform !== 'linux',
    'the memory of other processes is read through /proc, which is Linux’s',
  )
  const temporary = mkdtempSync(join(tmpdir(), 'attune-canary-'))
  const home = join(temporary, 'home')
  mkdirSync(home)
  // These contain Chromium’s profile, its crash folder and SQLite’s temporary files; shared memory is a file too.
  const folders = [dataFolder, temporary, '/dev/shm']
  try {
    placeVault({ withSample: true })
    const { app, page } = await launch({
      env: { TMPDIR: temporary, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    })
    let output = ''
    for (const stream of [app.process().stdout, app.process().stderr])
      stream?.on('data', (text: Buffer) => (output += text.toString()))
    await vaultPages(page).unlock(passphrase)
    const log = logPage(page)
    await page.getByRole('link', { name: /session 19 of Harbour/i }).click()
    await log.part('after')
    await log.notes.fill(`${canary}. ${canary}.`)
    await expect(log.draftKept).toBeVisible()
    expect(filesWith(canary, folders)).toEqual([])

    const main = app.process().pid ?? 0
    const keys = await keysOfVault(join(dataFolder, 'vault'), passphrase)
    expect(holdersOf(main, keys.vault), 'the scan finds the vault key while it is open').toHaveLength(1)
    expect(holdersOf(main, keys.database), 'the scan finds the database key while it is open').toHaveLength(1)

    await call(page, 'lock.now')
    await expect(vaultPages(page).unlockHeading).toBeVisible()
    expect(holdersOf(main, keys.vault)).toEqual([])
    expect(holdersOf(main, keys.database)).toEqual([])
    expect(filesWith(canary, folders)).toEqual([])

    await vaultPages(page).unlock(passphrase)
    await expect(log.draftHere).toBeVisible()
    const closed = app.waitForEvent('close')
    await call(page, 'app.quit').catch(() => undefined)
    await closed
    expect(filesWith(canary, folders)).toEqual([])
    expect(output).not.toContain('canary')

    // Proof that the scan finds the note in every encoding.
    const spelled = [canary, Buffer.from(`x${canary}`).toString('base64'), encodeURIComponent(canary)]
    spelled.forEach((text, index) => writeFileSync(join(home, `plain-${index}.txt`), `before ${text} after`))
    writeFileSync(join(home, 'plain-3.txt'), Buffer.from(canary, 'utf16le'))
    expect(filesWith(canary, folders)).toHaveLength(4)
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
})
