import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { isConflictCopy } from '../../inventory/content-files.ts'
import { inspectVaultFolder, syncServiceOf } from './inspect-vault-folder.ts'

describe('fault 23: a folder that is synced', () => {
  test.each([
    ['/home/anna/Dropbox/Attune/vault', 'Dropbox'],
    ['/home/anna/Dropbox (Practice)/vault', 'Dropbox'],
    ['C:\\Users\\Anna\\OneDrive\\Attune\\vault', 'OneDrive'],
    ['C:\\Users\\Anna\\OneDrive - Praxis Nord\\vault', 'OneDrive'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/vault', 'iCloud Drive'],
    ['/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/My Drive/vault', 'Google Drive'],
    ['/Users/anna/Library/CloudStorage/Dropbox-Praxis/vault', 'Dropbox'],
    ['/home/anna/Nextcloud/vault', 'Nextcloud'],
    ['/home/anna/SynologyDrive/vault', 'Synology Drive'],
  ])('%s is recognised', (path, service) => {
    expect(syncServiceOf(path)).toBe(service)
  })

  test.each([
    '/home/anna/.config/Attune/vault',
    'C:\\Users\\Anna\\AppData\\Roaming\\Attune\\vault',
    '/Users/anna/Library/Application Support/Attune/vault',
    // Names that only begin like a service's.
    '/home/anna/Dropboxes/vault',
    '/home/anna/Boxes/vault',
    '/home/anna/Megan/vault',
  ])('%s is not a synced folder', (path) => {
    expect(syncServiceOf(path)).toBeNull()
  })

  test('is recognised as Syncthing’s by the mark at its top, however far above', () => {
    const folder = temporaryFolder()
    const vault = join(folder, 'practice', 'vault')
    mkdirSync(vault, { recursive: true })
    expect(inspectVaultFolder(vault).syncedBy).toBeNull()
    mkdirSync(join(folder, '.stfolder'))
    expect(inspectVaultFolder(vault).syncedBy).toBe('Syncthing')
  })
})

describe('fault 23: a conflict copy', () => {
  test.each([
    'vault (conflicted copy 2026-11-26).json',
    'vault (Anna’s conflicted copy 2026-11-26).db',
    'vault-1-LAPTOP.db',
    'vault-1 (1).db',
    'vault 2.json',
    'vault.sync-conflict-20261126-101010-ABCDEFG.json',
    'Vault_conflict-20261126.json',
  ])('%s is one', (name) => {
    expect(isConflictCopy(name)).toBe(true)
  })

  test.each([
    'vault.json',
    'vault.copy.json',
    'vault-1.db',
    'vault-12.db',
    'vault-1.db-journal',
    'vault.json.new',
    'vault.in-use',
    'unfinished.db',
    'unfinished-2.db',
    'vault-1.db.set-aside-1',
    'vault.json.set-aside-1',
    'attempts.json',
  ])('%s is one of Attune’s own files', (name) => {
    expect(isConflictCopy(name)).toBe(false)
  })

  test('is found beside the vault and left untouched', () => {
    const vault = temporaryFolder()
    for (const name of ['vault.json', 'vault-1.db', 'vault 2.json']) writeFileSync(join(vault, name), name)
    expect(inspectVaultFolder(vault).conflictCopies).toEqual(['vault 2.json'])
  })
})
