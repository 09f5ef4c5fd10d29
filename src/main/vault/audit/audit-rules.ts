import type { AuditKind } from '#shared/audit/audit-entry.ts'
import type { ReportKind } from '#shared/reports/report-kinds.ts'
import { eventsOfBackup } from './backup-events.ts'
import { counted, type AuditRules } from './audit-rule.ts'
import { formPlanAuditRules } from './form-plan-audit-rules.ts'
import { ownWordsAuditRules } from './own-words-audit-rules.ts'
import { sessionAuditRules } from './session-audit-rules.ts'
import { supervisionAuditRules } from './supervision-audit-rules.ts'

const notYetWhy = 'The new key opens nothing yet; the step that starts to use it is audited.'

/** The entry for each kind of report that is saved. */
const kindsOfSaved = {
  file: 'report-for-file-saved',
  supervision: 'report-for-supervision-saved',
  client: 'report-for-client-saved',
  record: 'record-saved',
} as const satisfies Record<ReportKind, AuditKind>

/**
 * Decides which audit entries each operation of the vault writes.
 *
 * A new operation that changes something must have its line here, or say why it needs none.
 */
export const auditRules: AuditRules = {
  vault: {
    create: { event: () => [{ kind: 'vault-created' }] },
    unlock: { event: () => [{ kind: 'unlocked' }] },
    goOn: { byItself: 'The entry is written with the change that lets the database be written again.' },
    unlockWithRecoveryKey: { event: () => [{ kind: 'unlocked-with-recovery-key' }] },
  },
  keys: {
    prove: { notAudited: 'The operation that uses the proof is audited.' },
    beginRecoveryKey: { notAudited: notYetWhy },
    confirmRecoveryKey: { event: () => [{ kind: 'recovery-key-made' }] },
    changePassphrase: { event: () => [{ kind: 'passphrase-changed' }] },
    choosePassphrase: { event: () => [{ kind: 'passphrase-changed' }] },
    beginReencryption: { notAudited: notYetWhy },
    reencrypt: { event: () => [{ kind: 'vault-reencrypted' }] },
    cancel: { notAudited: notYetWhy },
    setPin: {
      byItself: 'The PIN is derived first, in a thread; the entry is written with the change after it.',
    },
    removePin: { change: () => () => [{ kind: 'security-settings-changed' }] },
  },
  backups: {
    make: { event: (_input, outcomes) => eventsOfBackup(outcomes) },
    chooseFolder: { event: () => [{ kind: 'backup-settings-changed' }] },
    forgetFolder: { event: () => [{ kind: 'backup-settings-changed' }] },
    removeSetAside: { event: () => [{ kind: 'set-aside-deleted' }] },
    exportArchive: { event: () => [{ kind: 'archive-exported' }] },
    open: { notAudited: 'Looking at a backup changes nothing.' },
    restore: { notAudited: 'The restore itself logs it in the restored vault.' },
    cancelRestore: { notAudited: 'Looking at a backup changes nothing.' },
  },
  audit: {
    check: { notAudited: 'It changes nothing; the check itself logs its findings.' },
    notePrinted: { event: ({ clientId }) => [{ kind: 'printed', clientId }] },
    export: { event: (_input, { entries }) => [{ kind: 'log-exported', count: entries }] },
  },
  reading: { cancel: { notAudited: 'Giving up a file that is being read changes nothing.' } },
  clients: {
    get: { view: ({ id }) => ({ kind: 'client-viewed', clientId: id }) },
    overview: { view: ({ id }) => ({ kind: 'client-viewed', clientId: id }) },
    create: {
      change: ({ id }, lookup) => {
        const isNew = lookup.client(id) === null
        return () => (isNew ? [{ kind: 'client-created', clientId: id }] : [])
      },
    },
    update: {
      change: ({ entry: { id } }, lookup) => {
        const before = lookup.client(id)
        return ({ revision, status }) => {
          if (before?.revision === revision) return []
          const isArchived = status === 'ended' && before?.status !== 'ended'
          return [{ kind: isArchived ? 'client-archived' : 'client-changed', clientId: id }]
        }
      },
    },
    setForms: {
      change:
        ({ id }) =>
        () => [{ kind: 'client-changed', clientId: id }],
    },
    setLead: {
      change:
        ({ id }) =>
        () => [{ kind: 'client-changed', clientId: id }],
    },
    setOutcomeBaseline: {
      change:
        ({ id }) =>
        () => [{ kind: 'client-changed', clientId: id }],
    },
  },
  today: {},
  practice: {},
  attention: {
    lookAt: {
      change:
        ({ clientId }) =>
        () => [{ kind: 'client-changed', clientId }],
    },
    bringBack: {
      change:
        ({ clientId }) =>
        () => [{ kind: 'client-changed', clientId }],
    },
  },
  wellbeing: {
    save: { change: () => () => [{ kind: 'own-check-saved' }] },
  },
  ownWords: ownWordsAuditRules,
  formPlans: formPlanAuditRules,
  ...sessionAuditRules,
  ...supervisionAuditRules,
  ruleSettings: {
    update: { change: () => () => [{ kind: 'rules-changed' }] },
    preview: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
  },
  risk: {
    acknowledge: {
      change: ({ id }, lookup) => {
        const isAlready = lookup.risk(id)?.isAcknowledged
        return ({ clientId, sessionId }) =>
          isAlready ? [] : [{ kind: 'risk-acknowledged', clientId, sessionId }]
      },
    },
    close: {
      change: ({ id }, lookup) => {
        const isAlready = lookup.risk(id)?.isClosed
        return ({ clientId, sessionId }) => (isAlready ? [] : [{ kind: 'risk-closed', clientId, sessionId }])
      },
    },
  },
  prompts: {
    answer: {
      change: ({ id }, lookup) => {
        const isNew = lookup.promptAnswer(id) === null
        return ({ clientId }) => (isNew ? [{ kind: 'prompt-answered', clientId }] : [])
      },
    },
    undo: {
      change: ({ id }, lookup) => {
        const before = lookup.promptAnswer(id)
        return () => (before === null ? [] : [{ kind: 'prompt-answer-undone', clientId: before.clientId }])
      },
    },
    switchRule: { change: () => () => [{ kind: 'rules-changed' }] },
  },
  exports: {
    save: {
      event: ({ clientId }, { sessions }) => [{ kind: 'ratings-exported', clientId, count: sessions }],
    },
    saveChart: { event: ({ clientId }) => [{ kind: 'chart-saved', clientId }] },
    noteChartCopied: { event: ({ clientId }) => [{ kind: 'chart-copied', clientId }] },
  },
  imports: {
    run: {
      byItself:
        'The file is read first, in another process; the entries are written with the change after it.',
    },
    undo: { byItself: 'The entry is written with the change, and counts what it has removed.' },
  },
  reports: {
    read: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
    save: { event: ({ clientId, kind }) => [{ kind: kindsOfSaved[kind], clientId }] },
  },
  rights: {
    exportClient: { event: ({ clientId }) => [{ kind: 'client-exported', clientId }] },
    setRetention: { change: () => () => [{ kind: 'retention-changed' }] },
    keep: {
      change:
        ({ clientId }) =>
        () => [{ kind: 'retention-kept', clientId }],
    },
    keepReturned: {
      change:
        ({ clientId }) =>
        () => [{ kind: 'erased-client-kept', clientId }],
    },
    erase: {
      byItself:
        'The entry is written with the deletion; no transaction can include the later rewriting of the file.',
    },
  },
  packs: {
    import: {
      byItself: 'The file is read first, in another process; the entry is written with the change after it.',
    },
    describe: { change: () => () => [{ kind: 'instrument-changed' }] },
    retire: { change: () => () => [{ kind: 'instrument-changed' }] },
    offerAgain: { change: () => () => [{ kind: 'instrument-changed' }] },
    remove: { change: () => () => [{ kind: 'instrument-changed' }] },
  },
  instruments: {},
  vaultFolder: {},
  evidence: {
    mark: { notAudited: 'Reading or marking a study says nothing about a client and changes no record.' },
    saveNote: { change: () => () => [{ kind: 'library-changed' }] },
    saveOwn: { change: () => () => [{ kind: 'library-changed' }] },
    removeOwn: { change: () => () => [{ kind: 'library-changed' }] },
    saveExport: { notAudited: 'Summaries of published studies leave the vault, and nothing about a client.' },
    restoreOwn: { change: () => () => [{ kind: 'library-changed' }] },
    import: {
      byItself: 'The file is read first, in another process; the entry is written with the change after it.',
    },
  },
  sample: {
    load: {
      change:
        () =>
        ({ clients }) =>
          counted('sample-loaded', clients),
    },
    remove: {
      change:
        () =>
        ({ clients }) =>
          counted('sample-removed', clients),
    },
  },
}
