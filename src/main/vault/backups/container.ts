import { createHash, createHmac, timingSafeEqual, type Hash, type Hmac } from 'node:crypto'
import { lstat, open, rm, type FileHandle } from 'node:fs/promises'
import { arrivingFlags, isOtherKind } from '../files/read-small-file.ts'
import { fromBase64 } from '../keys/base64.ts'
import {
  bytesBeforeHead,
  containerVersion,
  digestBytes,
  headBytes,
  largestHead,
  magic,
  openFacts,
  parseHead,
  provenHeadBytes,
  sealHead,
  type BackupFacts,
  type Head,
  type HeadContent,
} from './container-head.ts'

const chunkBytes = 1024 * 1024

/** Called with each piece, to show that the work continues. Throwing stops the work. */
export type Progress = (doneBytes: number, totalBytes: number) => void
const quietly: Progress = () => undefined

/** What the head alone reveals about a file. */
export type ContainerRead =
  | { readonly kind: 'backup'; readonly head: Head; readonly offset: number; readonly bytes: number }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' }
  /** Doesn't begin like a backup of Attune's. */
  | { readonly kind: 'foreign' }

interface ContainerParts {
  readonly database: string
  readonly content: Omit<HeadContent, 'database' | 'format' | 'version'>
  readonly facts: BackupFacts
  readonly backupKey: Uint8Array
}

/** Writes a new backup file around an encrypted database, readable by its owner only, synced to the disk. */
export async function writeContainer(
  path: string,
  { database, content, facts, backupKey }: ContainerParts,
  progress: Progress = quietly,
): Promise<Head> {
  const source = await open(database, 'r')
  try {
    const { size } = await source.stat()
    const sha256 = await digestOf(source, size)
    const complete = {
      ...content,
      format: 'attune-backup',
      version: containerVersion,
      database: { bytes: size, sha256: sha256.toString('base64') },
    } as const
    const head = sealHead(complete, facts, backupKey)
    const start = provenHeadBytes(head, backupKey)
    await writeWhole(path, source, { head, start }, backupKey, progress)
    return head
  } finally {
    await source.close()
  }
}

async function writeWhole(
  path: string,
  source: FileHandle,
  { head, start }: { readonly head: Head; readonly start: Buffer },
  backupKey: Uint8Array,
  progress: Progress,
): Promise<void> {
  const target = await open(path, 'wx', 0o600)
  try {
    const mac = createHmac('sha256', backupKey)
    mac.update(start)
    await target.writeFile(start)
    let done = 0
    for await (const chunk of chunks(source, 0, head.database.bytes)) {
      mac.update(chunk)
      await target.writeFile(chunk)
      done += chunk.length
      progress(done, head.database.bytes)
    }
    await target.writeFile(mac.digest())
    await target.sync()
  } catch (cause) {
    await target.close()
    await rm(path, { force: true })
    throw cause
  }
  await target.close()
}

/** Copies a file to a new one, synced to the disk. The caller must check the copy. */
export async function copyDurably(from: string, to: string, progress: Progress = quietly): Promise<void> {
  const source = await open(from, arrivingFlags)
  try {
    const { size } = await source.stat()
    const target = await open(to, 'wx', 0o600)
    try {
      let done = 0
      for await (const chunk of chunks(source, 0, size)) {
        await target.writeFile(chunk)
        done += chunk.length
        progress(done, size)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Null for a link or a socket, which is no backup. */
async function openArriving(path: string): Promise<FileHandle | null> {
  if ((await lstat(path)).isSymbolicLink()) return null
  try {
    return await open(path, arrivingFlags)
  } catch (cause) {
    if (isOtherKind(cause)) return null
    throw cause
  }
}

/** Reads the beginning of a file and its length. Without a key it can't detect a forgery. */
export async function readContainer(path: string): Promise<ContainerRead> {
  const file = await openArriving(path)
  if (file === null) return { kind: 'foreign' }
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return { kind: 'foreign' }
    const start = await readExactly(file, 0, bytesBeforeHead)
    if (!start?.subarray(0, magic.length).equals(magic)) return { kind: 'foreign' }
    const version = start.readUInt32BE(magic.length)
    if (version > containerVersion) return { kind: 'newer' }
    const length = start.readUInt32BE(magic.length + 4)
    if (length > largestHead) return { kind: 'damaged' }
    const rest = await readExactly(file, bytesBeforeHead, length + digestBytes)
    if (!rest) return { kind: 'damaged' }
    const json = rest.subarray(0, length)
    const digest = createHash('sha256').update(start).update(json).digest()
    if (!digest.equals(rest.subarray(length))) return { kind: 'damaged' }
    const read = parseHead(json)
    if (read.kind !== 'head') return read
    if (read.head.version !== version) return { kind: 'damaged' }
    const offset = bytesBeforeHead + length + digestBytes
    const isWhole = stat.size === offset + read.head.database.bytes + digestBytes
    return isWhole ? { kind: 'backup', head: read.head, offset, bytes: stat.size } : { kind: 'damaged' }
  } finally {
    await file.close()
  }
}

export type SoundContainer = Extract<ContainerRead, { kind: 'backup' }>

/**
 * Reads a whole backup. Returns its facts if the seal over all of it is right and the database matches the head; null
 * if even one byte differs. If given a path, also writes the database there.
 */
export async function checkContainer(
  path: string,
  { head, offset }: SoundContainer,
  backupKey: Uint8Array,
  options: { readonly extractTo?: string; readonly progress?: Progress } = {},
): Promise<BackupFacts | null> {
  const file = await openArriving(path)
  if (file === null) return null
  const target = options.extractTo === undefined ? null : await open(options.extractTo, 'wx', 0o600)
  try {
    const facts = openFacts(head, backupKey)
    const mac = createHmac('sha256', backupKey)
    const sha256 = createHash('sha256')
    // The bytes in the file itself, not the parsed values.
    const start = await readExactly(file, 0, offset)
    if (!start || !start.equals(headBytes(head))) return null
    mac.update(start)
    let done = 0
    for await (const chunk of chunks(file, offset, head.database.bytes)) {
      addTo([mac, sha256], chunk)
      await target?.writeFile(chunk)
      done += chunk.length
      options.progress?.(done, head.database.bytes)
    }
    await target?.sync()
    const stored = await readExactly(file, offset + head.database.bytes, digestBytes)
    const isSealed = stored !== null && timingSafeEqual(stored, mac.digest())
    const isDatabase = sha256.digest().equals(fromBase64(head.database.sha256))
    return isSealed && isDatabase ? facts : null
  } finally {
    await file.close()
    await target?.close()
  }
}

function addTo(digests: readonly (Hash | Hmac)[], chunk: Uint8Array): void {
  for (const digest of digests) digest.update(chunk)
}

async function digestOf(file: FileHandle, size: number): Promise<Buffer> {
  const sha256 = createHash('sha256')
  for await (const chunk of chunks(file, 0, size)) sha256.update(chunk)
  return sha256.digest()
}

/** Exactly this many bytes, or null if the file ends before. */
async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length)
  let have = 0
  while (have < length) {
    const { bytesRead } = await file.read(buffer, have, length - have, position + have)
    if (bytesRead === 0) return null
    have += bytesRead
  }
  return buffer
}

/**
 * Yields a file in pieces from a position on, and fewer bytes than requested if it ends early. Each piece overwrites
 * the last.
 */
async function* chunks(file: FileHandle, position: number, length: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(1, length)))
  let have = 0
  while (have < length) {
    const wanted = Math.min(buffer.length, length - have)
    const { bytesRead } = await file.read(buffer, 0, wanted, position + have)
    if (bytesRead === 0) return
    have += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
