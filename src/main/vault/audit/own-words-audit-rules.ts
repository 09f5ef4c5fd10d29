import type { AuditLookup } from './audit-lookup.ts'
import type { AuditRules } from './audit-rule.ts'

/** An entry for the client if anything is said differently afterwards. */
const changed = ({ id }: { readonly id: string }, lookup: AuditLookup) => {
  const before = lookup.ownWords(id)
  return () => {
    const now = lookup.ownWords(id)
    const clientId = now?.clientId ?? before?.clientId ?? null
    return now?.state === before?.state ? [] : [{ kind: 'own-words-changed' as const, clientId }]
  }
}

/** The part of the audit rules that is about goals and problems in a client's own words. */
export const ownWordsAuditRules: AuditRules['ownWords'] = {
  ofClient: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
  add: { change: changed },
  reword: { change: changed },
  end: { change: changed },
  reopen: { change: changed },
  remove: { change: changed },
  setPlace: {
    change: ({ clientId, place }, lookup) => {
      const before = lookup.ownWordsPlace(clientId)
      return () => (before === place ? [] : [{ kind: 'own-words-changed', clientId }])
    },
  },
}
