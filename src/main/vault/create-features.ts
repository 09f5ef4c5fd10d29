import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { auditHandlers } from './audit/audited-handlers.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { auditRules } from './audit/audit-rules.ts'
import { createAuditLookup } from './audit/audit-lookup.ts'
import { createAuditWatch } from './audit/audit-watch.ts'
import { createAuditRepository, type AuditHead } from './audit/audit.repository.ts'
import { explainStorageFailure } from './files/sqlite-failure.ts'
import { createAttentionHandlers } from './features/attention/attention.handlers.ts'
import { createAuditHandlers } from './features/audit/audit.handlers.ts'
import { createEvidence } from './features/evidence/create-evidence.ts'
import { createContactHandlers } from './features/contacts/contact.handlers.ts'
import { createClientHandlers } from './features/clients/client.handlers.ts'
import { createDraftHandlers } from './features/drafts/draft.handlers.ts'
import { createHandOverHandlers, keepUnfinishedHandOvers } from './features/hand-over/hand-over.handlers.ts'
import { createReturnPin } from './features/hand-over/return-pin.ts'
import { createClientQuestionnaireHandlers } from './features/clients/client-questionnaire.handlers.ts'
import { createPackHandlers } from './features/packs/pack.handlers.ts'
import { discardGoneDrafts } from './features/prompts/gone-drafts.ts'
import { createPaperHandlers } from './features/paper/paper.handlers.ts'
import { createPracticeHandlers } from './features/practice/practice.handlers.ts'
import { createPromptHandlers } from './features/prompts/prompt.handlers.ts'
import { finishErasure } from './features/rights/erase-client.ts'
import { createCopyErasure, noCopies, type VaultCopies } from './features/rights/copy-erasure.ts'
import { createExportHandlers } from './features/exports/export.handlers.ts'
import { createImportHandlers } from './features/imports/import.handlers.ts'
import { createUnfinishedExports } from './features/exports/unfinished-exports.ts'
import { createRepairHandlers } from './features/repairs/repairs.handlers.ts'
import { createReportHandlers } from './features/reports/report.handlers.ts'
import { createRightsHandlers } from './features/rights/rights.handlers.ts'
import { createRepliesHandlers } from './features/replies/replies.handlers.ts'
import { createReviewHandlers } from './features/review/review.handlers.ts'
import { createRiskHandlers } from './features/risk/risk.handlers.ts'
import { createRuleSettingsHandlers } from './features/rule-settings/rule-settings.handlers.ts'
import { createSampleHandlers } from './features/sample/sample.handlers.ts'
import { createSessionHandlers } from './features/sessions/session.handlers.ts'
import { instrumentsOfSession } from './features/sessions/session-instruments.ts'
import { inspectVaultFolder } from './features/vault-folder/inspect-vault-folder.ts'
import { createSharingHandlers } from './features/sharing/sharing.handlers.ts'
import { createSupervisionHandlers } from './features/supervision/supervision.handlers.ts'
import { createFormPlanHandlers } from './features/form-plans/form-plans.handlers.ts'
import { createForesightHandlers } from './features/foresight/foresight.handlers.ts'
import { createOwnWordsHandlers } from './features/own-words/own-words.handlers.ts'
import { createTogetherHandlers } from './features/together/together.handlers.ts'
import { createTodayHandlers } from './features/today/today.handlers.ts'
import { ownKeysOf } from './bundles/make-own-keys.ts'
import { change } from './database/change.ts'
import type { VaultContext } from './database/vault-context.ts'
import { createWellbeingHandlers } from './features/wellbeing/wellbeing.handlers.ts'
import { afterLongChanges } from './after-long-changes.ts'
import { longChangeOver } from './database/ongoing-change.ts'
import type { FileGrants } from './files/file-grants.ts'
import { createOutsideFiles } from './files/outside-files.ts'
import { ownFolders } from './inventory/content-files.ts'
import type { AssertFilePassphrase } from './keys/file-passphrase.ts'
import type { FailedAttempts } from './keys/failed-attempts.ts'
import type { OpenVault } from './opening/open-vault.ts'
import { createFileWork } from './reading/file-work.ts'
import { createReader, type ConnectReader } from './reading/reader.ts'
import { createRecords } from './records/records.ts'
import type { KeptSessions } from './records/sessions/removed-sessions.ts'

interface FeatureOptions {
  readonly vault: Pick<OpenVault, 'db' | 'matches'>
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** Access to the files and folders that the user chose for an operation; see `files/`. */
  readonly grants: FileGrants
  /** Starts a process that reads a file from outside; omitted where nothing is imported. */
  readonly connectReader?: ConnectReader
  readonly now: () => Date
  readonly zone: () => string
  /** Wrong tries before this unlock. Their note beside the vault is deleted once the features exist. */
  readonly failedAttempts: FailedAttempts
  readonly setHandOver: (isHandedOver: boolean) => void
  /** The end of the audit log as recorded in the sealed header; null if the header records none. */
  readonly auditAnchor: () => AuditHead | null
  /** Checks the passphrase of a file that leaves the vault. */
  readonly assertFilePassphrase: AssertFilePassphrase
  /** The removed sessions that this process can bring back; omitted where there are none yet. */
  readonly removedSessions?: KeptSessions
  /** The copies of the vault; omitted without backups. */
  readonly copies?: VaultCopies
}

/** Creates the handlers of every feature over one open vault. */
export function createFeatures({
  vault,
  vaultFolder,
  assetsFolder,
  grants,
  connectReader = () => Promise.reject(new AppError('not-available')),
  now,
  zone,
  setHandOver,
  auditAnchor,
  assertFilePassphrase,
  failedAttempts,
  removedSessions = new Map(),
  copies = noCopies,
}: FeatureOptions) {
  const context: VaultContext = { db: vault.db, now, zone }
  const auditEntries = createAuditRepository(vault.db)
  const auditLog = createAuditLog(context, auditEntries)
  const auditWatch = createAuditWatch(context, auditEntries, auditLog, auditAnchor)
  if (failedAttempts.count > 0) auditLog.note({ kind: 'unlock-failed', count: failedAttempts.count })
  const audit = { log: auditLog, lookup: createAuditLookup(vault.db) }
  const records = createRecords(context, {
    assetsFolder,
    removedSessions,
    onRisk: ({ clientId, sessionId }) => auditLog.addTo([{ kind: 'risk-endorsed', clientId, sessionId }]),
  })
  const {
    articles,
    clientScores,
    formDrafts,
    instruments,
    noteIndexRebuild,
    receivedClients,
    vaultSettings,
  } = records
  const fileWork = createFileWork(vault.db)
  const reader = createReader({ connect: connectReader, onShare: fileWork.noteRead })
  const giveUp = (): void => {
    reader.cancel()
    fileWork.giveUp()
  }
  const copyErasure = createCopyErasure({ ...records, db: vault.db, copies })
  const unfinished = createUnfinishedExports({ db: vault.db, vaultSettings })
  const outside = createOutsideFiles({ untouchable: ownFolders(vaultFolder), hidden: unfinished })
  const evidence = createEvidence(context, articles, { formDrafts, grants, outside, reader, auditLog })
  const pin = createReturnPin(vault.db, auditLog)
  const keysOfUser = () =>
    ownKeysOf({
      keys: records.ownKeys,
      change: (work) => {
        // Another request may have made keys meanwhile; those stay, and are logged already.
        const isFirst = records.ownKeys.get() === null
        auditLog.change(
          () => change(vault.db, work),
          () => (isFirst ? [{ kind: 'own-keys-made' }] : []),
        )
      },
      now,
    })
  const keepUnfinished = (): void => {
    if (records.drafts.listHandOvers().length === 0) return
    try {
      auditLog.change(
        () => keepUnfinishedHandOvers(records),
        (kept) => kept,
      )
    } catch (cause) {
      // A full disk must not keep the vault locked: the answers stay where they are, and Today tries again.
      if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }
  keepUnfinished()

  const review = createReviewHandlers({ ...records, grants, reader })
  const replies = createRepliesHandlers({ ...records, auditLog, grants, outside, reader })
  const todayHandlers = createTodayHandlers(records)
  const handlers = {
    audit: createAuditHandlers({ context, auditLog, auditWatch, auditEntries, grants, outside }),
    clients: {
      ...createClientHandlers(records),
      ...createClientQuestionnaireHandlers(records),
    },
    sessions: createSessionHandlers({ ...records, copies }),
    drafts: createDraftHandlers(records),
    today: {
      get: (input) => {
        keepUnfinished()
        return todayHandlers.get(input)
      },
    },
    attention: createAttentionHandlers(records),
    repairs: createRepairHandlers(records),
    together: createTogetherHandlers(records),
    paper: createPaperHandlers(records),
    ownWords: createOwnWordsHandlers(records),
    formPlans: createFormPlanHandlers(records),
    foresight: createForesightHandlers(records),
    practice: createPracticeHandlers(records),
    wellbeing: createWellbeingHandlers(records),
    supervision: createSupervisionHandlers(records),
    contacts: createContactHandlers({ ...records, auditLog, grants, outside, keysOfUser }),
    sharing: createSharingHandlers({ ...records, auditLog, grants, outside, keysOfUser }),
    handOver: createHandOverHandlers({
      ...records,
      auditLog,
      pin,
      matches: vault.matches,
      setHandOver: (isHandedOver) => {
        giveUp()
        review.forget()
        replies.forget()
        setHandOver(isHandedOver)
      },
    }),
    review: review.handlers,
    replies: replies.handlers,
    ruleSettings: createRuleSettingsHandlers(records),
    rights: createRightsHandlers({
      ...records,
      auditLog,
      copies,
      copyErasure,
      grants,
      outside,
      assertFilePassphrase,
    }),
    exports: createExportHandlers({ ...records, grants, outside }),
    imports: createImportHandlers({ ...records, auditLog, reader, fileWork }),
    reports: createReportHandlers({ ...records, grants, outside }),
    risk: createRiskHandlers(records),
    prompts: createPromptHandlers(records),
    packs: createPackHandlers({ ...records, auditLog, reader }),
    reading: { cancel: giveUp, progress: fileWork.progress },
    instruments: {
      list: () => instruments.offered(),
      ofSession: ({ sessionId }) => instrumentsOfSession(records, sessionId),
    },
    evidence: evidence.handlers,
    sample: createSampleHandlers(records),
    vaultFolder: { get: () => inspectVaultFolder(vaultFolder) },
  } satisfies Omit<Handlers<'vault'>, 'vault' | 'keys' | 'backups'>

  /**
   * Reads the data of the next screens in advance, one study at a time, so that other requests are answered in between.
   */
  const warm = (): void => {
    const over = longChangeOver(vault.db)
    if (over !== null) return void over.then(() => setImmediate(warm))
    try {
      if (
        articles.readNext() ||
        clientScores.rebuildNext() ||
        noteIndexRebuild.next() ||
        receivedClients.renewNext()
      )
        return void setImmediate(warm)
      evidence.warm()
      finishErasure({ db: vault.db, vaultSettings })
      void copyErasure.finish()
      void unfinished.clear()
      discardGoneDrafts(records)
    } catch {
      // The first request for this data reports the failure.
    }
  }

  return {
    handlers: afterLongChanges(
      auditHandlers(handlers, auditRules, () => audit),
      () => vault.db,
    ),
    warm,
    giveUp,
    pin,
    hasSample: records.clients.hasFictional,
    audit: { ...audit, watch: auditWatch },
  }
}

export type Features = ReturnType<typeof createFeatures>
