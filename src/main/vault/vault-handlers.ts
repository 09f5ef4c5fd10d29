import type { Handlers } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { VaultState } from '#shared/contract/operation.ts'
import { AppError } from '#shared/contract/outcome.ts'
import { explainStorageFailure } from './database/sqlite-failure.ts'
import { createFeatures, type Features } from './features.ts'
import type { FileGrants } from './files/file-grants.ts'
import { auditHandlers } from './audit/audited-handlers.ts'
import { auditRules } from './audit/audit-rules.ts'
import { eventsOfBackup } from './audit/backup-events.ts'
import { createBackupHandlers } from './backups/backup.handlers.ts'
import { createBackups } from './backups/backup-service.ts'
import { createIdleBackup } from './backups/idle-backup.ts'
import { createAttemptDelay } from './keys/attempt-delay.ts'
import { readHeaders } from './keys/header-files.ts'
import type { Argon2Cost } from './keys/stretch.ts'
import { createVault, unlockVault, type OpenVault } from './open-vault.ts'

export interface VaultProcessOptions {
  readonly vaultFolder: string
  readonly assetsFolder: string
  readonly cost: Argon2Cost
  readonly grants: FileGrants
  readonly now: () => Date
  readonly zone: () => string
  /** Waits this many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Called after each change of state, so that the main process can follow. */
  readonly onState: (state: VaultState) => void
}

/** How a vault is closed: whether there is time for a backup first, and who is told at each step of one. */
export interface Closing {
  readonly mayBackUp: boolean
  readonly onBackingUp: () => void
}
const quickly: Closing = { mayBackUp: false, onBackingUp: () => undefined }

interface Opened {
  readonly vault: OpenVault
  readonly features: Features
}

/** Late enough for Today to have been drawn. */
const warmAfterMilliseconds = 400
/** Late enough for the first work of the day to have begun. */
const checkLogAfterMilliseconds = 3_000

/** The vault process's three states, kept here and nowhere else, with the handlers that move between them. */
export function createVaultHandlers(options: VaultProcessOptions) {
  let opened: Opened | null = null
  let isHandedOver = false
  let isBusy = false
  const attempts = createAttemptDelay(options.sleep)
  const backups = createBackups(options)

  const state = (): VaultState => (opened ? (isHandedOver ? 'handOver' : 'open') : 'locked')

  const status = (): VaultStatus => ({
    state: state(),
    presence: opened ? 'present' : readHeaders(options.vaultFolder).presence,
    isOlderThanLastUsed: opened?.vault.isOlderThanLastUsed ?? false,
    hasSample: state() === 'open' && (opened?.features.hasSample() ?? false),
    access: 'full',
    readOnlyReason: null,
    recoveryKeySince: null,
    mustChoosePassphrase: false,
    failedAttempts: 0,
    waitMilliseconds: 0,
    hasPin: false,
    pinTriesLeft: 0,
  })

  const setHandOver = (value: boolean): void => {
    isHandedOver = value
    options.onState(state())
  }

  /** The features, or none of the vault: what fails here must not leave a key and an open file behind. */
  const featuresOver = (vault: OpenVault): Features => {
    try {
      return createFeatures({ ...options, vault: { ...vault, matches: slowed(vault.matches) }, setHandOver })
    } catch (cause) {
      vault.close()
      throw cause
    }
  }

  /** The way back from a hand-over is guessed at as slowly as the way in. */
  const slowed = (matches: OpenVault['matches']): OpenVault['matches'] => {
    return async (passphrase) => {
      if (isBusy) throw new AppError('not-available')
      isBusy = true
      try {
        await attempts.wait()
        const isRight = await matches(passphrase)
        if (!isRight) attempts.noteFailure()
        return isRight
      } finally {
        isBusy = false
      }
    }
  }

  /** One key derivation at a time: a second request while one runs is refused, not queued. */
  const opening = async (open: () => Promise<OpenVault>): Promise<VaultStatus> => {
    if (isBusy || opened) throw new AppError('not-available')
    isBusy = true
    try {
      await attempts.wait()
      const vault = await open()
      opened = { vault, features: featuresOver(vault) }
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'wrong-passphrase') attempts.noteFailure()
      throw explainStorageFailure(cause)
    } finally {
      isBusy = false
    }
    options.onState(state())
    setTimeout(() => opened?.features.warm(), warmAfterMilliseconds).unref()
    setTimeout(() => void checkLog(), checkLogAfterMilliseconds).unref()
    return status()
  }

  /** What it finds it keeps to tell; a lock in the middle of it, or a disk that can't be read, is told elsewhere. */
  const checkLog = async (): Promise<void> => {
    try {
      await opened?.features.audit.watch.check()
    } catch (cause) {
      if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }

  const vault: Handlers<'vault'>['vault'] = {
    status,
    create: ({ passphrase }) => opening(() => createVault(options.vaultFolder, passphrase, options.cost)),
    unlock: ({ passphrase }) => opening(() => unlockVault(options.vaultFolder, passphrase)),
    unlockWithRecoveryKey: () => {
      throw new AppError('recovery-key-not-set')
    },
  }

  const backupHandlers = createBackupHandlers({
    ...options,
    backups,
    opened: () => opened?.vault ?? null,
  })

  /** Backs up where something changed; what fails is kept to be told, and is no reason not to close. */
  const backUp = async ({ vault: backedUp, features }: Opened, progress?: () => void): Promise<void> => {
    const outcomes = await backups.make(backedUp, progress ? { progress } : {})
    for (const event of eventsOfBackup(outcomes)) features.audit.log.note(event)
  }

  const idleBackup = createIdleBackup({
    now: () => performance.now(),
    backUp: async () => {
      if (opened && !isHandedOver) await backUp(opened)
    },
  })
  idleBackup.start()

  const audited = auditHandlers(
    { vault, backups: backupHandlers },
    auditRules,
    () => opened?.features.audit ?? null,
  )

  return {
    handlers: (): Partial<Handlers<'vault'>> => ({ ...audited, ...opened?.features.handlers }),
    state,
    /** Something was asked of the vault: not the moment for a backup. */
    noteRequest: idleBackup.noteRequest,
    /** Closes the database and forgets the key; the process is to end after this. */
    close: async ({ mayBackUp, onBackingUp }: Closing = quickly): Promise<void> => {
      const closing = opened
      opened = null
      if (!closing) return
      try {
        closing.features.audit.log.note({ kind: 'locked' })
        closing.vault.seal()
        if (mayBackUp) await backUp(closing, onBackingUp)
      } finally {
        closing.vault.close()
      }
    },
  }
}
