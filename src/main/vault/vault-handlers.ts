import type { Handlers } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { Operation } from '#shared/contract/operation.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { withinCalendar } from '#shared/records/calendar.ts'
import { afterLongChanges } from './after-long-changes.ts'
import { createAfterRestore } from './after-restore.ts'
import { auditHandlers } from './audit/audited-handlers.ts'
import { auditRules } from './audit/audit-rules.ts'
import { eventsOfBackup } from './audit/backup-events.ts'
import { reencryptBackedUp } from './backups/back-up-before.ts'
import { createBackups } from './backups/backup-service.ts'
import { clearInterrupted } from './backups/clear-interrupted.ts'
import { createCopies } from './backups/erase-in-copies.ts'
import { createIdleBackup } from './backups/idle-backup.ts'
import { knownBackups } from './backups/known-backups.ts'
import { createFeatures } from './create-features.ts'
import { allowChanges } from './database/change.ts'
import { giveUpLongChange } from './database/ongoing-change.ts'
import { todayIn } from './database/vault-context.ts'
import { createBackupHandlers } from './features/backups/backup.handlers.ts'
import { createKeyHandlers } from './features/keys/key.handlers.ts'
import { createFirstUnlock } from './features/vault/first-unlock.ts'
import { readVaultStatus } from './features/vault/read-vault-status.ts'
import { createOpeningHandlers } from './features/vault/vault.handlers.ts'
import { despiteStorageFailures, explainStorageFailure } from './files/sqlite-failure.ts'
import { createAttemptDelay } from './keys/attempt-delay.ts'
import { createOneAtATime } from './keys/one-at-a-time.ts'
import { createProofs } from './keys/proofs.ts'
import { createFilePassphrases } from './keys/file-passphrase.ts'
import { createSlowedGuesses } from './keys/slowed-guesses.ts'
import type { OpenVault, Replacement } from './opening/open-vault.ts'
import type { KeptSessions } from './records/sessions/removed-sessions.ts'
import type { VaultProcessOptions } from './vault-process-options.ts'
import { rehearseFirstAnswers } from './rehearse-answers.ts'
import { createVaultStates, type Opened } from './vault-states.ts'

/** How to close a vault: whether there is time for a backup, and what to call at each of its steps. */
export interface Closing {
  readonly mayBackUp: boolean
  readonly onBackingUp: () => void
}
const quickly: Closing = { mayBackUp: false, onBackingUp: () => undefined }

/** By then, Today has appeared, also on a busy computer. */
const warmAfterMilliseconds = 1_500
/** By then, the first work of the day has usually begun. */
const checkLogAfterMilliseconds = 3_000

const wrongSecrets: ReadonlySet<ErrorCode> = new Set(['wrong-passphrase', 'wrong-recovery-key'])

/** All handlers of the vault process for its current state, and its closing. */
export function createVaultHandlers(given: VaultProcessOptions) {
  // No date is written that a reader would refuse, whatever the computer's clock says.
  const options: VaultProcessOptions = { ...given, now: () => withinCalendar(given.now()) }
  const { proofs = createProofs(() => performance.now()) } = options
  const states = createVaultStates((state) => {
    // The user who typed the passphrase may have left the desk.
    if (state !== 'open') proofs.forget()
    options.onState(state)
  })
  const alone = createOneAtATime()
  const backups = createBackups(options)
  clearInterrupted(options.vaultFolder)
  const copies = createCopies({
    backups,
    forgetStaged: () => void backupHandlers.cancelRestore(undefined),
    isOpen: (vault) => states.opened()?.vault.db === vault.db && vault.db.open,
  })
  const attempts = createAttemptDelay({
    folder: options.vaultFolder,
    sleep: options.sleep,
    monotonic: () => performance.now(),
    now: options.now,
  })

  const { test, prepare } = createFirstUnlock({
    ...options,
    rehearse: () => rehearseFirstAnswers({ ...options, isOver: () => states.opened() !== null }),
  })

  /** Turns a failure into the user's terms. After an unreadable page the vault allows no more writing. */
  const explain = (cause: unknown): unknown => {
    const explained = explainStorageFailure(cause)
    if (explained instanceof AppError && explained.code === 'vault-damaged')
      states.opened()?.vault.noteDamage()
    return explained
  }

  const status = (): VaultStatus =>
    readVaultStatus({
      folder: options.vaultFolder,
      opened: states.opened(),
      state: states.state(),
      attempts,
      explain,
    })

  const guesses = createSlowedGuesses({ alone, attempts, vault: () => states.current().vault })
  const assertFilePassphrase = createFilePassphrases({ alone, vault: () => states.current().vault })

  /** In this process alone, which ends with a lock. A re-encryption makes the features again and keeps it. */
  const removedSessions: KeptSessions = new Map()

  /** Builds the features over a vault. On failure closes the vault, so no key and no open file stay behind. */
  const withFeatures = (vault: OpenVault): Pick<Opened, 'vault' | 'features'> => {
    try {
      const features = createFeatures({
        ...options,
        vault: { ...vault, matches: guesses.isPassphrase },
        failedAttempts: attempts.failed(),
        auditAnchor: () => vault.header().audit,
        setHandOver: states.setHandOver,
        assertFilePassphrase,
        removedSessions,
        copies: {
          leavesBackupsOn: (sequence) => backups.expiryOfBackupsBefore(vault, sequence, todayIn(options)),
          ...copies.of(vault),
        },
      })
      vault.anchorAudit(features.audit.log.head)
      return { vault, features }
    } catch (cause) {
      vault.close()
      throw cause
    }
  }

  const replaceBackedUp = (next: (old: Replacement['old']) => OpenVault): Promise<void> => {
    const before = states.current()
    return reencryptBackedUp({
      vault: before.vault,
      backups,
      now: options.now,
      flushLog: before.features.audit.log.flush,
      isOpen: () => states.opened() === before,
      replace: (old) => states.replace(() => next(old), withFeatures),
    })
  }

  const open = (
    attempt: () => Promise<OpenVault>,
    { wasJustMade }: { wasJustMade: boolean } = { wasJustMade: false },
  ): Promise<VaultStatus> =>
    alone(async () => {
      if (states.opened()) throw new AppError('not-available')
      try {
        await test()
        await attempts.wait()
        const vault = await attempt()
        const isWritable = vault.readOnlyReason() === null
        const mustChoosePassphrase = vault.openedBy === 'recovery-key' && isWritable
        states.open({ ...withFeatures(vault), wasJustMade, mustChoosePassphrase })
        // A note that can't be written into the vault stays beside it.
        attempts.forget({ isNoted: isWritable })
      } catch (cause) {
        if (cause instanceof AppError && wrongSecrets.has(cause.code)) attempts.noteFailure()
        throw explainStorageFailure(cause)
      }
      workAhead()
      return status()
    })

  /** Does what need not delay an unlock. A vault that has gone back waits for the user first. */
  const workAhead = (): void => {
    backups.matchFolders(states.current().vault)
    setTimeout(() => states.opened()?.features.warm(), warmAfterMilliseconds).unref()
    setTimeout(() => void checkLog(), checkLogAfterMilliseconds).unref()
  }

  const goOn = (): VaultStatus => {
    const { vault, features } = states.current()
    const { log } = features.audit
    const event = { kind: 'older-state-accepted' } as const
    let isLogged = false
    vault.goOn(() => {
      log.addTo([event])
      isLogged = true
    })
    if (!isLogged) log.note(event)
    if (vault.readOnlyReason() === null) {
      states.noteWritable()
      attempts.forget({ isNoted: true })
      workAhead()
    }
    return status()
  }

  /** Runs the background check of the audit log. A log that is known to have gone back needs none. */
  const checkLog = async (): Promise<void> => {
    const opened = states.opened()
    if (opened?.vault.goneBack() === null) await opened.features.audit.watch.checkQuietly()
  }

  const keys = createKeyHandlers({
    vault: () => states.current().vault,
    replaceBackedUp,
    prove: guesses.provePassphrase,
    proveWithRecoveryKey: guesses.proveRecoveryKey,
    giveProof: (path) => {
      // The therapist may have handed over while the key was derived.
      if (states.state() !== 'open') throw new AppError('not-available')
      return proofs.give(path)
    },
    isStillNew: states.isStillNew,
    mustChoosePassphrase: () => states.current().mustChoosePassphrase,
    passphraseChosen: states.notePassphraseChosen,
    chooseCost: options.chooseCost,
    alone,
    setPin: (pin) => states.current().features.pin.set(pin),
    removePin: () => states.current().features.pin.remove(),
    status,
    now: options.now,
  })

  const onNeedsReplacing = () => options.onNeedsReplacing?.()
  const backupHandlers = createBackupHandlers({
    ...options,
    backups,
    opened: () => states.opened()?.vault ?? null,
    tried: (action, secret) =>
      alone(async () => {
        await test()
        if (secret !== 'present') await attempts.wait()
        try {
          return await action()
        } catch (cause) {
          if (cause instanceof AppError && wrongSecrets.has(cause.code))
            (states.opened() ? attempts.noteFailureInside : attempts.noteFailure)()
          throw cause
        }
      }),
    flushLog: () => states.opened()?.features.audit.log.flush(),
    assertFilePassphrase,
    ...createAfterRestore({ states, withFeatures, onNeedsReplacing }),
    onNeedsReplacing,
  })

  /** Backs up if something changed. Stores a failure for the backups' status and closes anyway. */
  const backUp = async ({ vault, features }: Opened, progress?: () => void): Promise<void> => {
    // Its backups would compete with those of the state that it may have replaced.
    if (vault.goneBack()) return
    const made = await backups.make(vault, progress ? { progress } : {})
    for (const event of eventsOfBackup(made)) features.audit.log.note(event)
  }

  const idleBackup = createIdleBackup({
    now: () => performance.now(),
    backUp: async () => {
      const opened = states.opened()
      if (!opened || states.state() !== 'open') return
      await backUp(opened)
      await backups.readAgain(opened.vault)
    },
  })
  idleBackup.start()
  const known = knownBackups(backups, options.now)
  const audited = afterLongChanges(
    auditHandlers(
      {
        vault: createOpeningHandlers({ ...options, knownBackups: known, status, open, goOn }),
        keys,
        backups: backupHandlers,
      },
      auditRules,
      () => states.opened()?.features.audit ?? null,
    ),
    () => states.opened()?.vault.db ?? null,
  )

  return {
    handlers: (): Partial<Handlers<'vault'>> => ({ ...audited, ...states.featureHandlers() }),
    state: states.state,
    /** Notes a request, which postpones the idle backup. */
    noteRequest: idleBackup.noteRequest,
    /** Refuses operations that write if the vault is open for reading only. */
    refuses: (operation: Operation): ErrorCode | null => {
      const isReadOnly = (states.opened()?.vault.readOnlyReason() ?? null) !== null
      return isReadOnly && operation.needsWriting ? 'read-only' : null
    },
    takesProof: proofs.take,
    explain,
    prepare,
    /** Gives up what is read from a file and what is being saved of it, because nobody waits for it any more. */
    giveUp: (): void => states.opened()?.features.giveUp(),
    /** Closes the database and forgets the key. The process must end after this. */
    close: async ({ mayBackUp, onBackingUp }: Closing = quickly): Promise<void> => {
      const closing = states.lock()
      if (!closing) return
      giveUpLongChange(closing.vault.db)
      // A restore under way finds the vault locked and replaces nothing.
      allowChanges(closing.vault.db)
      try {
        closing.features.audit.log.note({ kind: 'locked' })
        // A full disk must not prevent the backup in the second folder. The close seals again, and reports the failure.
        despiteStorageFailures(() => closing.vault.seal())
        if (mayBackUp) await backUp(closing, onBackingUp)
      } finally {
        closing.vault.close()
      }
    },
  }
}
