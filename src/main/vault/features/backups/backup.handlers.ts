import { basename } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import type { BackupSecret } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import { ownFolders } from '../../inventory/content-files.ts'
import { writeNewFile } from '../../files/write-new-file.ts'
import type { AssertFilePassphrase } from '../../keys/file-passphrase.ts'
import type { OpenVault } from '../../opening/open-vault.ts'
import { sealArchive } from '../../archive/seal-archive.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import type { Backups } from '../../backups/backup-service.ts'
import { createRestore } from '../../backups/restore.ts'
import { listSetAside, removeSetAside } from '../../backups/set-aside.ts'

const keyGoodForMilliseconds = 10 * 60_000

interface BackupHandlerParts {
  readonly backups: Backups
  readonly grants: FileGrants
  /** The open vault, or null while it is locked; a locked vault can also list and restore backups. */
  readonly opened: () => OpenVault | null
  readonly vaultFolder: string
  readonly now: () => Date
  readonly zone: () => string
  /** Runs an attempt to open a backup: one at a time, and slowed after wrong secrets. */
  readonly tried: <T>(action: () => Promise<T>, secret: BackupSecret['kind']) => Promise<T>
  /** Writes the audit entries that still wait for the disk. */
  readonly flushLog: () => void
  readonly assertFilePassphrase: AssertFilePassphrase
  /** Called with the restored vault, to log the restore and close the vault. */
  readonly onRestored: (vault: OpenVault) => void
  /** Called when a restore has failed. The vault that was open may be closed by now. */
  readonly onNotRestored: () => void
  /** Called when the vault is locked and this process has held a key. */
  readonly onNeedsReplacing: () => void
}

/** Handles the page's requests about backups. */
export function createBackupHandlers({
  backups,
  grants,
  opened,
  vaultFolder,
  now,
  zone,
  tried,
  flushLog,
  assertFilePassphrase,
  onRestored,
  onNotRestored,
  onNeedsReplacing,
}: BackupHandlerParts): Handlers<'vault'>['backups'] {
  const open = (): OpenVault => {
    const vault = opened()
    if (!vault) throw new AppError('not-available')
    return vault
  }
  const restore = createRestore({ vaultFolder, backups, grants, opened, flushLog, now })
  const list = async (vault: OpenVault | null) => ({
    ...(await backups.list(vault)),
    setAside: listSetAside(vaultFolder),
  })
  /** Gives up an abandoned preview, so that no key stays in memory while the vault is locked. */
  const giveUp = (ticket: string): void => {
    if (restore.preparedTicket() !== ticket) return
    restore.cancel()
    if (!opened()) onNeedsReplacing()
  }
  return {
    list: () => list(opened()),
    status: () => backups.status(),
    make: async () => {
      const outcomes = await backups.make(open(), { isForced: true })
      return outcomes.map(({ place, code }) => ({ place, code }))
    },
    check: async (id) => ({ isSound: await backups.check(open(), id) }),
    chooseFolder: ({ token }) => {
      backups.chooseFolder(grants.take(token, 'backup-folder'))
      backups.matchFolders(open())
      return list(open())
    },
    forgetFolder: () => {
      backups.forgetFolder()
      backups.matchFolders(open())
      return list(open())
    },
    removeSetAside: async ({ name }) => {
      await removeSetAside(vaultFolder, backups, open(), name)
      return list(open())
    },
    exportArchive: async ({ token, passphrase }) => {
      await assertFilePassphrase(passphrase)
      const path = grants.take(token, 'archive')
      const sealed = await sealArchive(writeArchive(open().db, { now: now(), zone: zone() }), passphrase)
      writeNewFile(path, sealed, {
        untouchable: ownFolders(vaultFolder),
        // What a kill leaves here is sealed.
        begins: () => undefined,
      })
      return { name: basename(path), bytes: sealed.length }
    },
    open: async ({ source, secret }) => {
      const preview = await tried(() => restore.open(source, secret), secret.kind)
      if (!opened()) setTimeout(() => giveUp(preview.ticket), keyGoodForMilliseconds).unref()
      return preview
    },
    restore: async ({ ticket, acceptsOtherVault }) => {
      const { vault, result } = await restore.restore(ticket, acceptsOtherVault).catch((cause: unknown) => {
        onNotRestored()
        throw cause
      })
      onRestored(vault)
      return result
    },
    cancelRestore: () => {
      restore.cancel()
      if (!opened()) onNeedsReplacing()
      return undefined
    },
  }
}
