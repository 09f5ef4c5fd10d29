import { basename } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/outcome.ts'
import type { FileGrants } from '../files/file-grants.ts'
import { writeNewFile } from '../files/write-new-file.ts'
import { assertPassphraseAcceptable } from '../keys/passphrase.ts'
import type { OpenVault } from '../open-vault.ts'
import { sealArchive } from './archive/seal-archive.ts'
import { writeArchive } from './archive/write-archive.ts'
import type { Backups } from './backup-service.ts'

interface BackupHandlerParts {
  readonly backups: Backups
  readonly grants: FileGrants
  /** The open vault, or null while it is locked: backups can be listed and restored then, too. */
  readonly opened: () => OpenVault | null
  readonly vaultFolder: string
  readonly now: () => Date
  readonly zone: () => string
}

/** What the page asks about backups. */
export function createBackupHandlers({
  backups,
  grants,
  opened,
  vaultFolder,
  now,
  zone,
}: BackupHandlerParts): Handlers<'vault'>['backups'] {
  const open = (): OpenVault => {
    const vault = opened()
    if (!vault) throw new AppError('not-available')
    return vault
  }
  return {
    list: () => backups.list(opened()),
    status: () => backups.status(),
    make: async () => {
      const outcomes = await backups.make(open(), { isForced: true })
      return outcomes.map(({ place, code }) => ({ place, code }))
    },
    check: async (id) => ({ isSound: await backups.check(open(), id) }),
    chooseFolder: ({ token }) => {
      backups.chooseFolder(grants.take(token, 'backup-folder'))
      return backups.list(open())
    },
    forgetFolder: () => {
      backups.forgetFolder()
      return backups.list(open())
    },
    exportArchive: async ({ token, passphrase }) => {
      assertPassphraseAcceptable(passphrase)
      const path = grants.take(token, 'archive')
      const sealed = await sealArchive(writeArchive(open().db, { now: now(), zone: zone() }), passphrase)
      writeNewFile(path, sealed, vaultFolder)
      return { name: basename(path), bytes: sealed.length }
    },
  }
}
