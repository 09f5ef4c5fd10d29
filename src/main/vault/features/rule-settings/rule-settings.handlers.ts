import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { previewRules } from '#shared/overview/rule-preview.ts'
import type { RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import { change } from '../../database/change.ts'
import { readClientRecord } from '../../records/client-record.ts'
import { chooseClientPrompts } from '../../records/choose-client-prompts.ts'
import type { Records } from '../../records/records.ts'

export function createRuleSettingsHandlers(records: Records): Handlers<'vault'>['ruleSettings'] {
  const { context, clients, rules, crisisText } = records
  const read = (): RuleSettings => ({ parameters: rules.read(), crisisText: crisisText.read() })
  /** Ignores answers to prompts, so that the preview compares what the ratings cause, not what is left unanswered. */
  const unanswered = { ...records, answers: { past: () => [] } }
  return {
    get: read,
    update: (settings) =>
      change(context.db, () => {
        rules.write(settings.parameters)
        crisisText.write(settings.crisisText)
        return read()
      }),
    preview: ({ clientId, parameters }) => {
      const client = clients.get(clientId)
      if (!client) throw new AppError('not-found', ['clientId'])
      const { feelings, ...record } = readClientRecord(records, clientId)
      return previewRules(
        {
          client,
          ...record,
          promptsOf: (overview) => {
            const { applying, shown } = chooseClientPrompts(unanswered, overview, feelings)
            return applying.slice(0, shown)
          },
        },
        { current: rules.read(), proposed: parameters },
      )
    },
  }
}
