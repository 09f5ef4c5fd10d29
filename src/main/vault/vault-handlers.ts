import type { Handlers } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { Operation } from '#shared/contract/operation.ts'
import type { VaultState } from '#shared/vault-state.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { readRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { explainStorageFailure } from './files/sqlite-failure.ts'
import { createFeatures } from './features.ts'
import { auditHandlers } from './audit/audited-handlers.ts'
import { auditRules } from './audit/audit-rules.ts'
import { eventsOfBackup } from './audit/backup-events.ts'
import { createBackupHandlers } from './features/backups/backup.handlers.ts'
import { createBackups } from './backups/backup-service.ts'
import { createIdleBackup } from './backups/idle-backup.ts'
import { createAttemptDelay } from './keys/attempt-delay.ts'
import { createKeyHandlers } from './features/keys/key.handlers.ts'
import { assertKnownAnswers } from './keys/self-test/self-test.ts'
import { todayIn } from './database/vault-context.ts'
import { createVault } from './opening/create-vault.ts'
import type { OpenVault } from './opening/open-vault.ts'
import { unlockVault, unlockVaultBy } from './opening/unlock-vault.ts'
import type { VaultProcessOptions } from './vault-process-options.ts'
import { readVaultStatus, type Opened } from './vault-status.ts'

/** How a vault is closed: whether there is time for a backup first, and who is told at each step of one. */
export interface Closing {
  readonly mayBackUp: boolean
  readonly onBackingUp: () => void
}
const quickly: Closing = { mayBackUp: false, onBackingUp: () => undefined }

/** Late enough for Today to have been drawn. */
const warmAfterMilliseconds = 400
/** Late enough for the first work of the day to have begun. */
const checkLogAfterMilliseconds = 3_000

const wrongSecrets: ReadonlySet<ErrorCode> = new Set(['wrong-passphrase', 'wrong-recovery-key'])

/** The vault process's three states, kept here and nowhere else, with the handlers that move between them. */
export function createVaultHandlers(options: VaultProcessOptions) {
  const { selfTest = assertKnownAnswers } = options
  let opened: Opened | null = null
  let isHandedOver = false
  let isBusy = false
  let tested: Promise<void> | null = null
  const attempts = createAttemptDelay({
    folder: options.vaultFolder,
    sleep: options.sleep,
    monotonic: () => performance.now(),
    now: options.now,
  })

  const backups = createBackups(options)

  const state = (): VaultState => (opened ? (isHandedOver ? 'handOver' : 'open') : 'locked')

  /** What a failure means to the user. A page that can't be read closes the vault to further writing. */
  const explain = (cause: unknown): unknown => {
    const explained = explainStorageFailure(cause)
    if (explained instanceof AppError && explained.code === 'vault-damaged') opened?.vault.noteDamage()
    return explained
  }

  const status = (): VaultStatus =>
    readVaultStatus({ folder: options.vaultFolder, opened, state: state(), attempts, explain })

  const setHandOver = (value: boolean): void => {
    isHandedOver = value
    options.onState(state())
  }

  /** The features, or none of the vault: what fails here must not leave a key and an open file behind. */
  const withFeatures = (vault: OpenVault): Pick<Opened, 'vault' | 'features'> => {
    try {
      const features = createFeatures({
        ...options,
        vault: { ...vault, matches: slowedMatches },
        failedAttempts: attempts.failed(),
        replaceDatabase: (replacement) => adopt(() => current().vault.replaceDatabase(replacement)),
        auditAnchor: vault.header().audit,
        setHandOver,
        backupExpiry: (sequence) =>
          backups.expiryOfBackupsBefore(vault.header().vaultId, sequence, todayIn(options)),
      })
      vault.anchorAudit(features.audit.log.head)
      return { vault, features }
    } catch (cause) {
      vault.close()
      throw cause
    }
  }

  const current = (): Opened => {
    if (!opened) throw new AppError('not-available')
    return opened
  }

  /**
   * Lets another database take the place of the open one: what was built on that is built anew. Where the new one is
   * in force and can't be opened, the vault is locked; where the old one still is, all goes on as before.
   */
  const adopt = (replace: () => OpenVault): void => {
    const before = current()
    try {
      const vault = replace()
      opened = null
      opened = { ...before, ...withFeatures(vault) }
    } finally {
      if (opened && !opened.vault.db.open) opened = null
      if (opened === null) options.onState(state())
    }
  }

  /** One key derivation at a time: a second request while one runs is refused, not queued. */
  const alone = async <T>(action: () => Promise<T>): Promise<T> => {
    if (isBusy) throw new AppError('not-available')
    isBusy = true
    try {
      return await action()
    } finally {
      isBusy = false
    }
  }

  /** Inside, a passphrase is guessed at as slowly as on the way in. */
  const slowedMatches = (passphrase: string): Promise<boolean> =>
    alone(async () => {
      await attempts.wait()
      const isRight = await current().vault.matches(passphrase)
      if (isRight) attempts.noteSuccessInside()
      else attempts.noteFailureInside()
      return isRight
    })

  const opening = (
    open: () => Promise<OpenVault>,
    { wasJustMade = false }: { wasJustMade?: boolean } = {},
  ): Promise<VaultStatus> =>
    alone(async () => {
      if (opened) throw new AppError('not-available')
      try {
        await test()
        await attempts.wait()
        const vault = await open()
        const isWritable = vault.readOnlyReason() === null
        const mustChoosePassphrase = vault.openedBy === 'recovery-key' && isWritable
        opened = { ...withFeatures(vault), wasJustMade, mustChoosePassphrase }
        // What can't be noted in the vault stays noted beside it.
        attempts.forget({ isNoted: isWritable })
      } catch (cause) {
        if (cause instanceof AppError && wrongSecrets.has(cause.code)) attempts.noteFailure()
        throw explainStorageFailure(cause)
      }
      options.onState(state())
      setTimeout(() => opened?.features.warm(), warmAfterMilliseconds).unref()
      setTimeout(() => void checkLog(), checkLogAfterMilliseconds).unref()
      return status()
    })

  /** What it finds it keeps to tell; a lock in the middle of it, or a disk that can't be read, is told elsewhere. */
  const checkLog = async (): Promise<void> => {
    try {
      await opened?.features.audit.watch.check()
    } catch (cause) {
      if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }

  const test = (): Promise<void> => (tested ??= selfTest())

  const vault: Handlers<'vault'>['vault'] = {
    status,
    create: ({ passphrase }) =>
      opening(async () => createVault(options.vaultFolder, passphrase, await options.chooseCost()), {
        wasJustMade: true,
      }),
    unlock: ({ passphrase }) => opening(() => unlockVault(options.vaultFolder, passphrase)),
    unlockWithRecoveryKey: ({ recoveryKey }) => {
      const read = readRecoveryKey(recoveryKey)
      if (read.kind === 'mistyped') {
        const places = read.groups.map((number) => `recoveryKey.${number}`)
        throw new AppError('recovery-key-mistyped', places)
      }
      return opening(() =>
        unlockVaultBy(options.vaultFolder, { kind: 'recovery-key', key: read.key }).finally(() => {
          read.key.fill(0)
        }),
      )
    },
  }

  const keys = createKeyHandlers({
    vault: () => current().vault,
    adopt,
    prove: async (passphrase) => {
      if (!(await slowedMatches(passphrase))) throw new AppError('wrong-passphrase')
    },
    wasJustMade: () => current().wasJustMade,
    mustChoosePassphrase: () => current().mustChoosePassphrase,
    passphraseChosen: () => {
      opened = { ...current(), mustChoosePassphrase: false }
    },
    chooseCost: options.chooseCost,
    alone,
    setPin: (pin) => current().features.pin.set(pin),
    removePin: () => current().features.pin.remove(),
    status,
    now: options.now,
  })

  const backupHandlers = createBackupHandlers({
    ...options,
    backups,
    opened: () => opened?.vault ?? null,
    tried: (action, secret) =>
      alone(async () => {
        await test()
        if (secret !== 'present') await attempts.wait()
        try {
          return await action()
        } catch (cause) {
          if (cause instanceof AppError && wrongSecrets.has(cause.code)) attempts.noteFailureInside()
          throw cause
        }
      }),
    onRestored: (restored) => finishRestore(restored),
    onNeedsReplacing: () => options.onNeedsReplacing?.(),
  })

  /** Notes in the restored vault that it was restored, and locks: what opens it may be another passphrase now. */
  const finishRestore = (restored: OpenVault): void => {
    opened = null
    isHandedOver = false
    withFeatures(restored).features.audit.log.note({ kind: 'backup-restored' })
    restored.close()
    options.onState(state())
    options.onNeedsReplacing?.()
  }

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
    { vault, keys, backups: backupHandlers },
    auditRules,
    () => opened?.features.audit ?? null,
  )

  return {
    handlers: (): Partial<Handlers<'vault'>> => ({ ...audited, ...opened?.features.handlers }),
    state,
    /** Something was asked of the vault: not the moment for a backup. */
    noteRequest: idleBackup.noteRequest,
    /** Refuses what would write to a vault that is open for reading only. */
    refuses: (operation: Operation): ErrorCode | null =>
      opened && opened.vault.readOnlyReason() !== null && operation.needsWriting ? 'read-only' : null,
    explain,
    /** Runs the self-test, so that the first unlock needn't wait for it; that one says how it went. */
    test: (): void => void test().catch(() => undefined),
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
