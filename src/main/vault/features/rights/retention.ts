import { parseDate } from '@internationalized/date'
import {
  initialRetentionRule,
  retentionRuleSchema,
  type RetentionReview,
  type RetentionRule,
} from '#shared/rights/retention.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import type { RetentionRepository } from '../../records/retention.repository.ts'

const settingName = 'retention'

/** The stored rule; off if none was set or the stored value is invalid. */
export function readRetentionRule(settings: VaultSettingsRepository): RetentionRule {
  return retentionRuleSchema.catch(initialRetentionRule).parse(settings.get(settingName))
}

export function writeRetentionRule(settings: VaultSettingsRepository, rule: RetentionRule): void {
  settings.put(settingName, rule)
}

/** Ended therapies that are due by the rule, longest ago first. A decision to keep one lasts until its day. */
export function reviewRetention(
  rule: RetentionRule,
  retention: Pick<RetentionRepository, 'ended'>,
  today: string,
): RetentionReview {
  if (!rule.isOn) return { rule, items: [] }
  const limit = parseDate(today).subtract({ years: rule.years }).toString()
  const items = retention
    .ended()
    .filter(({ lastOn }) => lastOn <= limit)
    .map((item) => ({ ...item, kept: item.kept !== null && item.kept.until > today ? item.kept : null }))
  return { rule, items: items.toSorted((a, b) => (a.lastOn < b.lastOn ? -1 : a.lastOn > b.lastOn ? 1 : 0)) }
}
