import { join } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { auditHandlers } from './audit/audited-handlers.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { auditRules } from './audit/audit-rules.ts'
import { createAuditLookup } from './audit/audit-lookup.ts'
import { createAuditWatch } from './audit/audit-watch.ts'
import { createAuditRepository, type AuditHead } from './audit/audit.repository.ts'
import { explainStorageFailure } from './files/sqlite-failure.ts'
import { createAuditHandlers } from './features/audit/audit.handlers.ts'
import { createArticleLibrary } from './records/evidence/article-library.ts'
import { createEvidence } from './features/evidence/create-evidence.ts'
import { createClientHandlers } from './features/clients/client.handlers.ts'
import { createClientRepository } from './records/clients/client.repository.ts'
import { createDraftHandlers } from './features/drafts/draft.handlers.ts'
import { createDraftRepository } from './records/sessions/draft.repository.ts'
import { createHandOverHandlers, keepUnfinishedHandOvers } from './features/hand-over/hand-over.handlers.ts'
import { createReturnPin } from './features/hand-over/return-pin.ts'
import { createInstrumentLibrary } from './records/instruments/instrument-library.ts'
import { createClientFormRepository } from './records/clients/client-form.repository.ts'
import { createClientForms } from './records/clients/client-forms.ts'
import { createClientQuestionnaireHandlers } from './features/clients/client-questionnaire.handlers.ts'
import { createOutcomeBaselineRepository } from './records/clients/outcome-baseline.repository.ts'
import { createOverviewReader } from './features/clients/read-overview.ts'
import { createPackHandlers } from './features/packs/pack.handlers.ts'
import { createPackRepository } from './records/instruments/pack.repository.ts'
import { createClientPrompts } from './features/prompts/client-prompts.ts'
import { createPromptAnswerRepository } from './records/prompts/prompt-answer.repository.ts'
import { createPromptHandlers } from './features/prompts/prompt.handlers.ts'
import { createSwitchedOffRepository } from './records/prompts/switched-off.repository.ts'
import { finishErasure } from './features/rights/erase-client.ts'
import { createRightsHandlers, type BackupExpiry } from './features/rights/rights.handlers.ts'
import { createRiskPath } from './records/risk/risk-path.ts'
import { createRiskHandlers } from './features/risk/risk.handlers.ts'
import { createRiskRepository } from './records/risk/risk.repository.ts'
import { createCrisisText } from './records/risk/crisis-text.ts'
import { createRuleParameters } from './records/rule-parameters.ts'
import { createRuleSettingsHandlers } from './features/rule-settings/rule-settings.handlers.ts'
import { createVaultSettingsRepository } from './records/vault-settings.repository.ts'
import { createSampleHandlers } from './features/sample/sample.handlers.ts'
import { createSessionHandlers } from './features/sessions/session.handlers.ts'
import { createSessionRepository } from './records/sessions/session.repository.ts'
import { inspectVaultFolder } from './features/vault-folder/inspect-vault-folder.ts'
import { createTodayHandlers } from './features/today/today.handlers.ts'
import type { VaultContext } from './database/vault-context.ts'
import { createWellbeingHandlers } from './features/wellbeing/wellbeing.handlers.ts'
import type { FileGrants } from './files/file-grants.ts'
import type { FailedAttempts } from './keys/failed-attempts.ts'
import type { OpenVault } from './opening/open-vault.ts'

interface FeatureOptions {
  readonly vault: OpenVault
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** Access to the files and folders that the user chose for an operation; see `files/`. */
  readonly grants: FileGrants
  readonly now: () => Date
  readonly zone: () => string
  /** Wrong tries before this unlock. Their note beside the vault is deleted once the features exist. */
  readonly failedAttempts: FailedAttempts
  readonly setHandOver: (isHandedOver: boolean) => void
  /** The end of the audit log as recorded in the sealed header; null if the header records none. */
  readonly auditAnchor?: AuditHead | null
  /** How long backups still hold erased data; omitted without backups. */
  readonly backupExpiry?: BackupExpiry
}

/** Creates the handlers of every feature over one open vault. */
export function createFeatures({
  vault,
  vaultFolder,
  assetsFolder,
  grants,
  now,
  zone,
  setHandOver,
  auditAnchor = null,
  failedAttempts,
  backupExpiry = () => Promise.resolve(null),
}: FeatureOptions) {
  const context: VaultContext = { db: vault.db, now, zone }
  const auditEntries = createAuditRepository(vault.db)
  const auditLog = createAuditLog(context, auditEntries)
  const auditWatch = createAuditWatch(context, auditEntries, auditLog, auditAnchor)
  if (failedAttempts.count > 0) auditLog.note({ kind: 'unlock-failed', count: failedAttempts.count })
  const audit = { log: auditLog, lookup: createAuditLookup(vault.db) }
  const clients = createClientRepository(vault.db)
  const sessions = createSessionRepository(vault.db)
  const drafts = createDraftRepository(vault.db)
  const packs = createPackRepository(vault.db)
  const instruments = createInstrumentLibrary(vault.db, join(assetsFolder, 'instruments'), packs)
  const articles = createArticleLibrary(join(assetsFolder, 'evidence'))
  const evidence = createEvidence(context, articles, { grants, vaultFolder })
  const vaultSettings = createVaultSettingsRepository(vault.db)
  const rules = createRuleParameters(vaultSettings)
  const crisisText = createCrisisText(vaultSettings)
  const baselines = createOutcomeBaselineRepository(vault.db)
  const risks = createRiskRepository(vault.db, ({ clientId, sessionId }) => {
    auditLog.addTo([{ kind: 'risk-endorsed', clientId, sessionId }])
  })
  const riskPath = createRiskPath(risks, instruments)
  const pin = createReturnPin(vault.db)
  const clientForms = createClientForms(createClientFormRepository(vault.db), instruments)
  const shared = { context, clients, sessions, drafts, instruments, rules, baselines, riskPath, clientForms }
  const promptParts = {
    articles,
    answers: createPromptAnswerRepository(vault.db),
    switchedOff: createSwitchedOffRepository(vault.db),
  }
  const readOverview = createOverviewReader({ ...shared, ...promptParts })
  const keepUnfinished = (): void => {
    try {
      keepUnfinishedHandOvers(shared)
    } catch (cause) {
      // A full disk must not keep the vault locked: the answers stay where they are, and Today tries again.
      if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }
  keepUnfinished()

  const todayHandlers = createTodayHandlers(shared)
  const handlers = {
    audit: createAuditHandlers({ context, auditLog, auditWatch, auditEntries, grants, vaultFolder }),
    clients: {
      ...createClientHandlers(context, clients, readOverview),
      ...createClientQuestionnaireHandlers(shared),
    },
    sessions: createSessionHandlers(shared),
    drafts: createDraftHandlers(context, drafts, clients),
    today: {
      get: (input) => {
        keepUnfinished()
        return todayHandlers.get(input)
      },
    },
    wellbeing: createWellbeingHandlers(context, instruments),
    handOver: createHandOverHandlers({ ...shared, pin, matches: vault.matches, setHandOver }),
    ruleSettings: createRuleSettingsHandlers({ ...shared, ...promptParts, crisisText }),
    rights: createRightsHandlers({
      ...shared,
      auditLog,
      vaultSettings,
      backupExpiry,
      grants,
      vaultFolder,
    }),
    risk: createRiskHandlers({ ...shared, risks, crisisText }),
    prompts: createPromptHandlers({
      ...shared,
      ...promptParts,
      db: vault.db,
      promptsOf: createClientPrompts({ ...shared, ...promptParts }),
    }),
    packs: createPackHandlers({ context, packs, instruments }),
    instruments: { list: () => instruments.offered() },
    evidence: evidence.handlers,
    sample: createSampleHandlers(context, clients, sessions, instruments),
    vaultFolder: { get: () => inspectVaultFolder(vaultFolder) },
  } satisfies Omit<Handlers<'vault'>, 'vault' | 'keys' | 'backups'>

  /**
   * Reads the data of the next screens in advance, one study at a time, so that other requests are answered in between.
   */
  const warm = (): void => {
    try {
      if (articles.readNext()) return void setImmediate(warm)
      evidence.warm()
      finishErasure({ db: vault.db, vaultSettings })
    } catch {
      // The first request for this data reports the failure.
    }
  }

  return {
    handlers: auditHandlers(handlers, auditRules, () => audit),
    warm,
    pin,
    hasSample: clients.hasFictional,
    audit: { ...audit, watch: auditWatch },
  }
}

export type Features = ReturnType<typeof createFeatures>
