import type { AuditLog } from './audit-log.ts'
import type { AuditRule, AuditRules } from './audit-rule.ts'
import type { AuditLookup } from './audit-lookup.ts'

type Handler = (input: unknown) => unknown
type HandlersByFeature = Readonly<Record<string, Readonly<Record<string, Handler>>>>
type AnyRule = AuditRule<unknown, unknown>

interface Audit {
  readonly log: AuditLog
  readonly lookup: AuditLookup
}

/**
 * Wraps handlers so that each call is logged by its rule. The handlers themselves know nothing of the log.
 *
 * `audit` returns null while no vault is open.
 */
export function auditHandlers<H extends object>(
  handlers: H,
  rules: AuditRules,
  audit: () => Audit | null,
): H {
  // The types of `AuditRules` match rules to handlers; iterating over both loses that link.
  const given = handlers as unknown as HandlersByFeature
  const byPath = rules as unknown as Readonly<Record<string, Readonly<Record<string, AnyRule | undefined>>>>
  const audited = Object.entries(given).map(([feature, operations]) => [
    feature,
    Object.fromEntries(
      Object.entries(operations).map(([name, handler]) => [
        name,
        auditedHandler(handler, byPath[feature]?.[name], audit),
      ]),
    ),
  ])
  return Object.fromEntries(audited) as H
}

function auditedHandler(handler: Handler, rule: AnyRule | undefined, audit: () => Audit | null): Handler {
  if (rule === undefined || 'notAudited' in rule || ('byItself' in rule && !rule.refused)) return handler
  if ('view' in rule)
    return (input) => {
      const output = handler(input)
      const { log, lookup } = audit() ?? {}
      const event = lookup && rule.view(input, output, lookup)
      if (event) log?.noteView(event)
      return output
    }
  if ('change' in rule)
    return (input) => {
      const found = audit()
      if (!found) return handler(input)
      const eventsOf = rule.change(input, found.lookup)
      return found.log.change(() => handler(input), eventsOf)
    }
  return async (input) => {
    try {
      const output = await handler(input)
      for (const event of 'event' in rule ? rule.event(input, output) : []) audit()?.log.note(event)
      return output
    } catch (cause) {
      for (const event of rule.refused?.(input, cause) ?? []) audit()?.log.note(event)
      throw cause
    }
  }
}
