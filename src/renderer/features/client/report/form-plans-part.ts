import type { ClientRecord } from '#shared/reports/client-record.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { planInWords } from '#renderer/parts/forms/plan-in-words.ts'
import { heading, text, type ReportBlock } from './report.ts'
import type { ReportSource } from './report-source.ts'

/** When each planned form is given, and which ones the client declines. */
export function formPlanBlocks(plans: ClientRecord['formPlans'], t: ReportSource['t']): ReportBlock[] {
  if (plans.length === 0) return []
  return [
    heading(3, t('formPlans.title')),
    ...plans.flatMap(({ title, plan, declined }) => [
      ...(plan === null ? [] : [text(planInWords(title, plan, t))]),
      ...(declined === null
        ? []
        : [
            text(
              `${isolateDirection(title)}: ${t(`formPlans.declined.${declined.by}`, { date: new Date(declined.on) })}`,
            ),
          ]),
    ]),
  ]
}
