import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import { counted, type AuditRules } from './audit-rule.ts'

type Areas = 'supervision' | 'contacts' | 'sharing' | 'review' | 'replies'

/** The part of the audit rules that is about supervision, on both sides of it. */
export const supervisionAuditRules: Pick<AuditRules, Areas> = {
  supervision: {
    add: {
      change:
        () =>
        ({ clientId }) => [{ kind: 'agenda-changed', clientId }],
    },
    takeUp: {
      change:
        ({ clientId }) =>
        () => [{ kind: 'agenda-changed', clientId }],
    },
    setQuestion: { change: ({ id }, lookup) => ofAgendaItem(lookup.agendaItem(id)) },
    move: { change: ({ id }, lookup) => ofAgendaItem(lookup.agendaItem(id)) },
    saveMeeting: { change: () => () => [{ kind: 'supervision-saved' }] },
    answerAgreement: {
      change: ({ id }, lookup) => {
        const clientId = lookup.agreement(id)
        return () => [{ kind: 'agreement-answered', clientId }]
      },
    },
  },
  contacts: {
    makeCard: { byItself: 'Keys are made first; the entry is written with the change after it.' },
    saveCard: { event: () => [{ kind: 'card-saved' }] },
    noteCardCopied: { event: () => [{ kind: 'card-copied' }] },
    add: { byItself: 'The card is read first; the entry is written with the change after it.' },
    compare: {
      change:
        ({ id }) =>
        (compared) =>
          compared.kind === 'same' ? [{ kind: 'contact-compared', contactId: id }] : [],
    },
    refuseKeys: { change: ({ id }) => ofContact('contact-keys-refused', id) },
    rename: { change: ({ id }) => ofContact('contact-renamed', id) },
    remove: { change: ({ id }) => ofContact('contact-removed', id) },
  },
  sharing: {
    giveConsent: {
      change: ({ id, clientId }, lookup) => {
        const isNew = lookup.consent(id) === null
        return () => (isNew ? [{ kind: 'consent-given', clientId }] : [])
      },
    },
    withdrawConsent: {
      change: ({ id }, lookup) => {
        const before = lookup.consent(id)
        return () =>
          before?.isWithdrawn === false ? [{ kind: 'consent-withdrawn', clientId: before.clientId }] : []
      },
    },
    consents: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
    ofClient: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
    noteLookedThrough: { notAudited: 'It hides a notice about the restore, which is in the log itself.' },
    prepare: { byItself: 'It shows every chosen client, and notes a view of each.' },
    send: { byItself: 'The bundle is sealed first; the entries are written with the change after it.' },
  },
  review: {
    preview: {
      event: (_input, { kind }) => [{ kind: kind === 'opened' ? 'bundle-opened' : 'bundle-refused' }],
    },
    import: {
      change:
        () =>
        ({ clients, removed }) => [
          { kind: 'bundle-imported', count: clients },
          ...counted('received-clients-removed', removed),
        ],
    },
    cancel: { notAudited: 'Forgetting a bundle that was not imported changes nothing.' },
    supervisee: { view: () => ({ kind: 'supervisee-viewed' }) },
    client: { view: () => ({ kind: 'received-client-viewed' }) },
    noteLookedThrough: { notAudited: 'It hides a notice about the restore, which is in the log itself.' },
    lookedAt: { notAudited: 'It marks what was read, and says nothing about a client.' },
    keep: { change: () => () => [{ kind: 'received-data-kept' }] },
    eraseClient: { change: () => () => [{ kind: 'received-client-erased' }] },
    eraseSupervisee: {
      change:
        () =>
        ({ clients }) => [{ kind: 'supervisee-erased', count: clients }],
    },
  },
  replies: {
    write: { change: () => () => [{ kind: 'review-comment-changed' }] },
    remove: { change: () => () => [{ kind: 'review-comment-removed' }] },
    addLine: { change: () => () => [{ kind: 'review-line-changed' }] },
    setLineDone: { change: () => () => [{ kind: 'review-line-changed' }] },
    removeLine: { change: () => () => [{ kind: 'review-line-changed' }] },
    ofReceived: { view: () => ({ kind: 'received-client-viewed' }) },
    prepare: { notAudited: 'Nothing leaves before the reply is saved, and that is audited.' },
    send: {
      byItself:
        'The entry is written with the number of the reply, before the file is; another one if the file can’t be.',
    },
    preview: {
      event: (_input, { kind }) => [{ kind: kind === 'opened' ? 'reply-opened' : 'reply-refused' }],
    },
    import: {
      change:
        () =>
        ({ clients }) =>
          clients.map((clientId) => ({ kind: 'reply-imported', clientId })),
    },
    markRead: { notAudited: 'It marks what was read, and says nothing about a client.' },
    cancel: { notAudited: 'Forgetting a reply that was not imported changes nothing.' },
    ofClient: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
  },
}

/** One entry about the client of an item of the agenda. */
function ofAgendaItem(clientId: string | null): () => AuditEvent[] {
  return () => [{ kind: 'agenda-changed', clientId }]
}

/** One entry about a person with whom files are exchanged. */
function ofContact(kind: AuditEvent['kind'], contactId: string): () => AuditEvent[] {
  return () => [{ kind, contactId }]
}
