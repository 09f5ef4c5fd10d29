import { AppError } from '#shared/contract/result.ts'
import type { AuditRules } from './audit-rule.ts'

type Areas = 'sessions' | 'drafts' | 'repairs' | 'together' | 'foresight' | 'paper' | 'handOver'

const draftWhy =
  'A draft is no record yet and is saved every few seconds; finishing or discarding it is audited.'

/** The part of the audit rules that is about a session: writing it, handing it over, and what stays open after it. */
export const sessionAuditRules: Pick<AuditRules, Areas> = {
  sessions: {
    get: {
      view: ({ id }, { session }) => ({ kind: 'session-viewed', sessionId: id, clientId: session.clientId }),
    },
    firstLines: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
    search: {
      view: ({ clientId }, { total }) => (total === 0 ? null : { kind: 'notes-searched', clientId }),
    },
    versions: { view: ({ id }, _versions, lookup) => ({ kind: 'session-viewed', ...lookup.subject(id) }) },
    save: {
      change: ({ log: { session } }, lookup) => {
        const before = lookup.session(session.id)
        const subject = { clientId: session.clientId, sessionId: session.id }
        return ({ revision }) => {
          if (revision === before?.revision) return []
          // Until it is closed, a session is written in several steps, which correct nothing.
          const isCorrection = before !== null && before.closedAt !== null
          return [{ kind: isCorrection ? 'session-corrected' : 'session-saved', ...subject }]
        }
      },
    },
    remove: {
      change: ({ id }, lookup) => {
        const isThere = lookup.session(id) !== null
        const subject = lookup.subject(id)
        return () => (isThere ? [{ kind: 'session-removed', ...subject }] : [])
      },
    },
    move: {
      change: ({ id: sessionId }, lookup) => {
        const before = lookup.session(sessionId)?.clientId ?? null
        return ({ clientId }) =>
          before === clientId
            ? []
            : [
                { kind: 'session-moved-away', sessionId, clientId: before },
                { kind: 'session-moved-here', sessionId, clientId },
              ]
      },
    },
    undoRemoval: {
      change: ({ id }, lookup) => {
        const isThere = lookup.session(id) !== null
        return ({ clientId }) =>
          isThere ? [] : [{ kind: 'session-removal-undone', sessionId: id, clientId }]
      },
    },
  },
  drafts: {
    save: { notAudited: draftWhy },
    discard: {
      change: ({ sessionId }, lookup) => {
        const subject = lookup.subject(sessionId)
        return () => [{ kind: 'draft-discarded', ...subject }]
      },
    },
    saveForm: { notAudited: draftWhy },
    discardForm: { notAudited: draftWhy },
  },
  repairs: {
    close: {
      change: ({ sessionId }, lookup) => {
        const before = lookup.closing(sessionId)
        const subject = lookup.subject(sessionId)
        return () => (lookup.closing(sessionId) === before ? [] : [{ kind: 'repair-closed', ...subject }])
      },
    },
    reopen: {
      change: ({ sessionId }, lookup) => {
        const isClosed = lookup.closing(sessionId) !== null
        const subject = lookup.subject(sessionId)
        return () => (isClosed ? [{ kind: 'repair-reopened', ...subject }] : [])
      },
    },
  },
  together: {
    say: {
      change: ({ sessionId }, lookup) => {
        const before = lookup.saidTogether(sessionId)
        const subject = lookup.subject(sessionId)
        return (now) => ((now?.said ?? null) === before ? [] : [{ kind: 'said-together', ...subject }])
      },
    },
  },
  foresight: {
    setOn: { notAudited: 'Whether the therapist is asked says nothing about a client.' },
    seal: {
      change: ({ sessionId }, lookup) => {
        const isThere = lookup.isForeseen(sessionId)
        const subject = lookup.subject(sessionId)
        return () => (isThere ? [] : [{ kind: 'foresight-sealed', ...subject }])
      },
    },
  },
  paper: {
    save: {
      change: ({ sessionId }, lookup) => {
        const subject = lookup.subject(sessionId)
        return ({ isChanged }) => (isChanged ? [{ kind: 'paper-entered', ...subject }] : [])
      },
    },
  },
  handOver: {
    begin: {
      change: ({ sessionId }, lookup) => {
        const subject = lookup.subject(sessionId)
        return () => [{ kind: 'hand-over-begun', ...subject }]
      },
    },
    beginTogether: {
      change: ({ sessionId }, lookup) => {
        const subject = lookup.subject(sessionId)
        return () => [{ kind: 'hand-over-begun', ...subject }]
      },
    },
    agree: { byItself: 'The entry is written with the first answer, and only if it is yes.' },
    saveAnswers: { notAudited: draftWhy },
    finish: {
      change: (_input, lookup) => {
        const sessionId = lookup.handedOver()
        if (sessionId === null) return () => []
        const subject = lookup.subject(sessionId)
        const before = subject.clientId === null ? null : lookup.plannedForms(subject.clientId)
        return () => [
          { kind: 'client-answered', ...subject },
          ...(subject.clientId === null || lookup.plannedForms(subject.clientId) === before
            ? []
            : [{ kind: 'form-declined' as const, ...subject }]),
        ]
      },
    },
    return: {
      byItself: 'The proof is derived first, in a thread; the entry is written with the change after it.',
      refused: (_input, cause) => (isWrongKey(cause) ? [{ kind: 'hand-over-return-refused' }] : []),
    },
  },
}

function isWrongKey(cause: unknown): boolean {
  return cause instanceof AppError && (cause.code === 'wrong-passphrase' || cause.code === 'wrong-pin')
}
