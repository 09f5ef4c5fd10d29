import type { AuditKind } from '#shared/audit/audit-entry.ts'
import type { AuditLookup } from './audit-lookup.ts'
import type { AuditRules } from './audit-rule.ts'

/** An entry for the client if a form is planned, declined or asked for differently afterwards. */
const changed =
  (kind: AuditKind) =>
  ({ clientId }: { readonly clientId: string }, lookup: AuditLookup) => {
    const before = lookup.plannedForms(clientId)
    return () => (lookup.plannedForms(clientId) === before ? [] : [{ kind, clientId }])
  }

/** The part of the audit rules that is about when a client is given which form. */
export const formPlanAuditRules: AuditRules['formPlans'] = {
  ofClient: { view: ({ clientId }) => ({ kind: 'client-viewed', clientId }) },
  set: { change: changed('form-plan-changed') },
  decline: { change: changed('form-declined') },
  askAgain: { change: changed('form-asked-again') },
}
