import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { rawKey } from '../../database/open-database.ts'
import { explainStorageFailure } from '../../files/sqlite-failure.ts'
import { argon2 } from '../argon2.ts'
import { argon2Answer, gcmAnswer, hkdfAnswer, hmacAnswer, sha256Answer } from './known-answers.ts'
import { knownDatabase, knownDatabaseAnswer, knownDatabaseKey } from './known-database.ts'

/** One check: whether a primitive gives the answer of its specification. */
export type KnownAnswerCheck = () => boolean | Promise<boolean>

const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex')
const hex = (given: Uint8Array | ArrayBuffer): string => Buffer.from(new Uint8Array(given)).toString('hex')

/** Every primitive that keys and files depend on, by name. */
export const knownAnswerChecks = {
  sha256: () =>
    createHash('sha256').update(bytes(sha256Answer.message)).digest('hex') === sha256Answer.digest,
  hmac: () =>
    createHmac('sha256', bytes(hmacAnswer.key)).update(bytes(hmacAnswer.data)).digest('hex') ===
    hmacAnswer.mac,
  hkdf: () =>
    hex(hkdfSync('sha256', bytes(hkdfAnswer.key), bytes(hkdfAnswer.salt), bytes(hkdfAnswer.info), 42)) ===
    hkdfAnswer.output,
  gcm: () => encryptsAsKnown() && decryptsAsKnown(gcmAnswer.tag),
  gcmTag: () => !decryptsAsKnown(`00${gcmAnswer.tag.slice(2)}`),
  argon2: async () => {
    const { memoryKibibytes, passes, tag } = argon2Answer
    const [password, salt] = [bytes(argon2Answer.password), bytes(argon2Answer.salt)]
    return hex((await argon2({ password, salt, memoryKibibytes, passes, parallelism: 1 })).key) === tag
  },
  cipher: () => withTemporaryFolder((folder) => readsAsKnown(folder) && noticesChange(folder)),
} satisfies Record<string, KnownAnswerCheck>

/**
 * Throws `self-test-failed` if any primitive does not give its published answer. Cheap enough for each start. Must pass
 * before any key is made, derived or used.
 */
export async function assertKnownAnswers(
  checks: Readonly<Record<string, KnownAnswerCheck>> = knownAnswerChecks,
): Promise<void> {
  for (const [name, check] of Object.entries(checks))
    if (!(await passes(check))) throw new AppError('self-test-failed', [name])
}

async function passes(check: KnownAnswerCheck): Promise<boolean> {
  try {
    return await check()
  } catch {
    // A missing primitive throws, which counts as a wrong answer.
    return false
  }
}

function encryptsAsKnown(): boolean {
  const cipher = createCipheriv('aes-256-gcm', bytes(gcmAnswer.key), bytes(gcmAnswer.nonce))
  cipher.setAAD(bytes(gcmAnswer.associated))
  const encrypted = Buffer.concat([cipher.update(bytes(gcmAnswer.plain)), cipher.final()])
  return hex(encrypted) === gcmAnswer.encrypted && hex(cipher.getAuthTag()) === gcmAnswer.tag
}

/** Whether decryption gives the known text; false if the tag is refused, as a wrong one must be. */
function decryptsAsKnown(tag: string): boolean {
  const decipher = createDecipheriv('aes-256-gcm', bytes(gcmAnswer.key), bytes(gcmAnswer.nonce), {
    authTagLength: 16,
  })
  decipher.setAAD(bytes(gcmAnswer.associated)).setAuthTag(bytes(tag))
  try {
    const plain = Buffer.concat([decipher.update(bytes(gcmAnswer.encrypted)), decipher.final()])
    return hex(plain) === gcmAnswer.plain
  } catch {
    return false
  }
}

/**
 * Passes the check if no temporary file can be written, as on a full disk, so that it locks nobody out: a broken cipher
 * can't open the vault anyway.
 */
function withTemporaryFolder(check: (folder: string) => boolean): boolean {
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(tmpdir(), 'attune-self-test-'))
    return check(folder)
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError) && explainStorageFailure(cause) instanceof AppError)
      return true
    throw cause
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

function readsAsKnown(folder: string): boolean {
  return answerIn(folder, knownDatabase) === knownDatabaseAnswer
}

/** A single changed bit in a page must cause an error, not other content. */
function noticesChange(folder: string): boolean {
  const changed = Buffer.from(knownDatabase)
  changed.writeUInt8(changed.readUInt8(knownDatabase.length - 100) ^ 1, knownDatabase.length - 100)
  try {
    answerIn(folder, changed)
    return false
  } catch (cause) {
    return cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_CORRUPT')
  }
}

/** Writes only public bytes: the encrypted database of the self-test. */
function answerIn(folder: string, content: Buffer): unknown {
  const file = join(folder, 'known.db')
  writeFileSync(file, content)
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    db.pragma(`cipher='chacha20'`)
    db.key(rawKey(knownDatabaseKey))
    return db.prepare('SELECT answer FROM known').pluck().get()
  } finally {
    db.close()
  }
}
