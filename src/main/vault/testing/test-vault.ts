import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import { provenPaths, type Proven, type ProvenPath } from '#shared/contract/proof.ts'
import { contract, type Contract } from '#shared/contract/contract.ts'
import type { Operation } from '#shared/contract/operation.ts'
import type { VaultState } from '#shared/vault-state.ts'
import { AppError, type Result } from '#shared/contract/result.ts'
import type { FilePurposeName } from '#shared/files/file-purposes.ts'
import { createRouter } from '#shared/contract/router.ts'
import { isBytes } from '#shared/contract/wipe-bytes.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { AuditHead } from '../audit/audit.repository.ts'
import { createFileGrants, type FileGrants } from '../files/file-grants.ts'
import { assertPassphraseAcceptable } from '../keys/passphrase.ts'
import { noAttempts } from '../keys/failed-attempts.ts'
import { headerVersion, sealHeader } from '../keys/header.ts'
import { noCopies } from '../keys/header-files.ts'
import { createHeaderKeeper } from '../keys/header-keeper.ts'
import { createProofs } from '../keys/proofs.ts'
import { argon2Floor } from '../keys/stretch.ts'
import { createOpenVault } from '../opening/open-vault.ts'
import { createFeatures } from '../create-features.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { freshDatabase, freshVaultKey } from './fresh-database.ts'
import { readHere } from './read-here.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const assetsFolder = join(import.meta.dirname, '../../../../assets')
const testDbFile = 'vault-1.db'
export const rightPassphrase = 'quiet harbour seven lamps'

const secretNames: readonly string[] = ['passphrase', 'current', 'next', 'pin']

/** Turns the typed secrets in an input into bytes, as the page does. */
function asItCrosses(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && secretNames.includes(name)) return typedSecret(value)
  if (typeof value === 'string' && name === 'recoveryKey') return recoveryKeySymbols(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isBytes(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asItCrosses(part, key)]))
}

/** An input whose secrets may be text, as they are typed. */
type Typed<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends Uint8Array
      ? T | string
      : { readonly [K in keyof T]: Typed<T[K]> }

type Given<O extends Operation> = [z.input<O['input']>] extends [undefined]
  ? undefined
  : O extends { readonly needsProof: true }
    ? Typed<z.input<O['input']>> & Partial<Proven>
    : Typed<z.input<O['input']>>

/** The client of the contract, where a proof may be left out and a secret may be text. */
export type TestApi = {
  readonly [F in keyof Contract]: {
    readonly [K in keyof Contract[F]]: Contract[F][K] extends Operation
      ? (
          ...given: undefined extends Given<Contract[F][K]> ? [] : [input: Given<Contract[F][K]>]
        ) => Promise<z.output<Contract[F][K]['output']>>
      : never
  }
}

/** Proofs that tests need not earn by deriving a key. */
export type ProofGiver = (path: ProvenPath) => string

/**
 * A client of the contract over a router, like the renderer's; throws failures. `prove` gives the proof for an operation
 * that needs one and is called without it.
 */
export function createTestApi(
  route: (request: unknown) => Promise<unknown>,
  prove: ProofGiver | null = null,
): TestApi {
  const proven = (path: string, input: unknown): unknown => {
    const needed = provenPaths.find((each) => each === path)
    if (needed === undefined || prove === null) return input
    return { proof: prove(needed), ...(typeof input === 'object' ? input : {}) }
  }
  const operation = (path: string) => async (input?: unknown) => {
    const result = (await route({ path, input: proven(path, asItCrosses(input)) })) as {
      ok: boolean
      value?: unknown
      code: never
      places: string[]
    }
    if (!result.ok) throw new AppError(result.code, result.places)
    return result.value
  }
  const features = Object.entries(contract).map(([feature, operations]) => [
    feature,
    Object.fromEntries(Object.keys(operations).map((name) => [name, operation(`${feature}.${name}`)])),
  ])
  return Object.fromEntries(features) as TestApi
}

/** An open vault that tests call through the contract and inspect directly. */
export interface TestVault {
  readonly api: TestApi
  readonly route: (request: unknown) => Promise<Result>
  readonly db: Database.Database
  readonly clock: { now: Date }
  readonly folder: string
  /** Returns a token for a path, as if the user had chosen it in the system's dialog. */
  readonly grant: (purpose: FilePurposeName, path: string, printed?: Uint8Array) => string
  readonly state: () => VaultState
  readonly auditLog: AuditLog
}

const base64 = (length: number): string => randomBytes(length).toString('base64')

/** An open vault over a test's own database. Its header is not on disk, and its slot opens nothing. */
export function vaultOver(
  db: Database.Database,
  folder: string,
  vaultKey: Buffer = randomBytes(32),
): OpenVault {
  const kdf = { name: 'argon2id', cost: argon2Floor, salt: base64(16) } as const
  const header = sealHeader(
    {
      format: 'attune-vault',
      version: headerVersion,
      vaultId: randomUUID(),
      generation: 1,
      dbFile: testDbFile,
      replaces: null,
      sequence: 0,
      createdAt: '2026-01-01T00:00:00.000Z',
      audit: null,
      databaseSeal: 'open',
      setsAside: [],
      slots: [{ kind: 'passphrase', kdf, nonce: base64(12), wrapped: base64(48) }],
    },
    vaultKey,
  )
  const keeper = createHeaderKeeper(folder, header, noCopies, vaultKey)
  const prepared = { db, readOnlyReason: null, goneBack: null, wasLeftUnsealed: false } as const
  return {
    ...createOpenVault({ ...prepared, openedBy: 'passphrase', keeper, vaultKey }),
    matches: (passphrase) =>
      Promise.resolve(typedSecret(rightPassphrase).every((byte, at) => byte === passphrase[at])),
  }
}

/** Every feature over a test's own database, as after an unlock. */
export function testFeatures({
  db,
  folder,
  clock,
  vaultKey,
  grants = createFileGrants(() => clock.now),
  zone = 'Europe/Oslo',
  auditAnchor = null,
  setHandOver = () => undefined,
}: {
  readonly db: Database.Database
  readonly folder: string
  readonly clock: { readonly now: Date }
  readonly vaultKey?: Buffer
  readonly grants?: FileGrants
  readonly zone?: string
  readonly auditAnchor?: AuditHead | null
  readonly setHandOver?: (isHandedOver: boolean) => void
}) {
  return createFeatures({
    vault: vaultOver(db, folder, vaultKey),
    vaultFolder: folder,
    assetsFolder,
    grants,
    connectReader: readHere,
    failedAttempts: noAttempts,
    now: () => clock.now,
    zone: () => zone,
    auditAnchor: () => auditAnchor,
    assertFilePassphrase: assertPassphraseAcceptable,
    setHandOver,
  })
}

/**
 * An open vault on a real encrypted file, without the second that key derivation takes. Tests may set `clock.now`;
 * unforeseen failures fail the test.
 */
export function createTestVault(
  options: { now?: string; zone?: string; auditAnchor?: AuditHead } = {},
): TestVault {
  const clock = { now: new Date(options.now ?? '2026-03-20T15:00:00.000Z') }
  const folder = temporaryFolder()
  const db = freshDatabase(join(folder, testDbFile))
  const grants = createFileGrants(() => clock.now)
  const proofs = createProofs(() => performance.now())
  let state: VaultState = 'open'
  const features = testFeatures({
    db,
    folder,
    clock,
    // A copy, because closing a vault wipes its key.
    vaultKey: Buffer.from(freshVaultKey),
    grants,
    zone: options.zone ?? 'Europe/Oslo',
    auditAnchor: options.auditAnchor ?? null,
    setHandOver: (isHandedOver) => {
      state = isHandedOver ? 'handOver' : 'open'
    },
  })
  const route = createRouter({
    host: 'vault',
    operations: contract,
    handlers: () => features.handlers,
    state: () => state,
    takesProof: proofs.take,
    explain: explainStorageFailure,
    report: (path, cause) => {
      throw new Error(`${path} failed unexpectedly`, { cause })
    },
  })
  onTestFinished(() => {
    db.close()
  })
  return {
    api: createTestApi(route, proofs.give),
    route,
    db,
    clock,
    folder,
    grant: granter(grants),
    state: () => state,
    auditLog: features.audit.log,
  }
}

/** Hands out tokens for paths, in place of main and the system's dialog. */
export function granter(grants: FileGrants) {
  return (purpose: FilePurposeName, path: string, printed?: Uint8Array): string => {
    const token = randomBytes(32).toString('base64url')
    grants.accept({ token, purpose, path, ...(printed && { printed }) })
    return token
  }
}
