import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { withinCalendar } from '#shared/records/calendar.ts'
import { sequenceOf } from '../database/change.ts'
import { createDatabase } from '../database/open-database.ts'
import { finishReplacement } from '../database/replace-database.ts'
import { createOwnFolder } from '../files/own-folder.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { removeIfThere } from '../files/write-durably.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import { headerVersion, sealHeader, slotContextOf } from '../keys/header.ts'
import { noCopies, readHeaders } from '../keys/header-files.ts'
import { createHeaderKeeper } from '../keys/header-keeper.ts'
import { assertPassphraseAcceptable } from '../keys/passphrase.ts'
import { createPassphraseSlot } from '../keys/passphrase-slot.ts'
import type { Argon2Cost } from '../keys/stretch.ts'
import { writeHeader } from '../keys/write-header.ts'
import { noBackups } from './known-backups.ts'
import { createOpenVault, type OpenVault } from './open-vault.ts'
import { prepareDatabase } from './prepare-database.ts'

const firstDbFile = 'vault-1.db'
const firstUnfinished = 'unfinished.db'

/**
 * Creates a new vault in a folder that holds none.
 *
 * Writes the header last: until then, there is no vault. Throws `vault-exists` if the folder holds any file of a vault,
 * so an unreadable vault is never overwritten.
 */
export async function createVault(
  folder: string,
  passphrase: Uint8Array,
  cost: Argon2Cost,
): Promise<OpenVault> {
  await assertPassphraseAcceptable(passphrase)
  withStorageFailures(() => createOwnFolder(folder))
  if (readHeaders(folder).presence !== 'none') throw new AppError('vault-exists')
  const vaultKey = randomBytes(32)
  const context = { version: headerVersion, vaultId: randomUUID() } as const
  const slot = await createPassphraseSlot(slotContextOf(context), vaultKey, passphrase, cost)
  const header = withStorageFailures(() => {
    const file = join(folder, firstUnfinished)
    for (const end of ['', '-journal']) removeIfThere(`${file}${end}`)
    const db = withDerivedKey(vaultKey, 'database', (key) => createDatabase(file, key))
    const sequence = sequenceOf(db)
    db.close()
    return sealHeader(
      {
        ...context,
        format: 'attune-vault',
        generation: 1,
        dbFile: firstDbFile,
        replaces: null,
        sequence,
        createdAt: withinCalendar(new Date()).toISOString(),
        audit: null,
        databaseSeal: 'open',
        setsAside: [],
        slots: [slot],
      },
      vaultKey,
    )
  })
  withStorageFailures(() => {
    writeHeader(folder, header, { vaultKey, db: null })
    finishReplacement(folder, firstDbFile)
  })
  const keeper = createHeaderKeeper(folder, header, noCopies, vaultKey)
  const found = [header]
  return createOpenVault({
    ...(await prepareDatabase({ keeper, vaultKey, found, backups: noBackups, digest: null })),
    wasLeftUnsealed: false,
    keeper,
    vaultKey,
    openedBy: 'passphrase',
  })
}
