import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readSmallFile } from '../files/read-small-file.ts'
import { writeDurably } from '../files/write-durably.ts'
import { erasureNoteName } from '../inventory/content-files.ts'
import { base64Of, fromBase64, toBase64 } from '../keys/base64.ts'
import type { HeldKey } from '../opening/held-keys.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { erasedClientSchema, mergeErased, type ErasedClient } from '../records/erased-clients.ts'

const noteSchema = z.strictObject({
  format: z.literal('attune-erased'),
  version: z.literal(1),
  vaultId: z.uuid(),
  /**
   * The erased clients, sealed with AES-256-GCM under the vault's key, and again under each key that a re-encryption
   * replaced: a folder from before it has no other key.
   */
  seals: z.array(z.strictObject({ nonce: base64Of(12), sealed: z.base64() })),
})
type Note = z.output<typeof noteSchema>
type Seal = Note['seals'][number]
const clientsSchema = z.array(erasedClientSchema)
const largestNote = 4 * 1024 * 1024

/**
 * Reads what the folders for backups remember of erased clients. A vault that was put back to an earlier day has
 * forgotten; the folders beside it have not. Passes over notes that no key of the vault has sealed.
 */
export function readErasureNotes(vault: OpenVault, folders: readonly string[]): ErasedClient[] {
  const name = erasureNoteName(vault.header().vaultId)
  const keys = vault.heldKeys()
  return mergeErased(...folders.map((folder) => readNote(join(folder, name), keys)))
}

/** The folders whose note does not hold these decisions. A folder that is not there is none of them. */
export function foldersBehind(
  vault: OpenVault,
  folders: readonly string[],
  clients: readonly ErasedClient[],
): string[] {
  const name = erasureNoteName(vault.header().vaultId)
  const keys = vault.heldKeys()
  return folders.filter((folder) => {
    if (!existsSync(folder)) return false
    const noted = new Map(readNote(join(folder, name), keys).map(({ id, at }) => [id, at]))
    return clients.some(({ id, at }) => (noted.get(id) ?? '') < at)
  })
}

function readNote(file: string, keys: readonly HeldKey[]): ErasedClient[] {
  try {
    const bytes = readSmallFile(file, largestNote)
    const note = noteSchema.parse(JSON.parse(bytes?.toString('utf8') ?? ''))
    for (const key of keys)
      for (const seal of note.seals) {
        const clients = opened(note, seal, key)
        if (clients) return clients
      }
  } catch {
    // Missing, or not written by Attune.
  }
  return []
}

function opened({ seals: _seals, ...open }: Note, { nonce, sealed }: Seal, { withKey }: HeldKey) {
  const bytes = fromBase64(sealed)
  try {
    return withKey('erased-clients', (key) => {
      const decipher = createDecipheriv('aes-256-gcm', key, fromBase64(nonce), { authTagLength: 16 })
        .setAAD(Buffer.from(JSON.stringify(open)))
        .setAuthTag(bytes.subarray(-16))
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
      return clientsSchema.parse(JSON.parse(plain.toString('utf8')))
    })
  } catch {
    return null
  }
}

/** Writes the erased clients into each folder that can be written to. Leaves a note that says the same. */
export function writeErasureNotes(
  vault: OpenVault,
  folders: readonly string[],
  clients: readonly ErasedClient[],
): void {
  const { vaultId } = vault.header()
  const keys = vault.heldKeys()
  const text = JSON.stringify(mergeErased(clients))
  for (const folder of folders) {
    const file = join(folder, erasureNoteName(vaultId))
    const isThere = keys.every((key) => JSON.stringify(readNote(file, [key])) === text)
    if (!existsSync(folder) || isThere) continue
    try {
      writeDurably(file, `${JSON.stringify(noteOf(text, vaultId, keys), null, 2)}\n`)
    } catch {
      // The other folders remember, and the next unlock tries again.
    }
  }
}

function noteOf(text: string, vaultId: string, keys: readonly HeldKey[]): Note {
  const open = { format: 'attune-erased', version: 1, vaultId } as const
  const seals = keys.map(({ withKey }): Seal => {
    const nonce = randomBytes(12)
    const bytes = withKey('erased-clients', (key) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(JSON.stringify(open)))
      return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    })
    return { nonce: toBase64(nonce), sealed: toBase64(bytes) }
  })
  return { ...open, seals }
}
