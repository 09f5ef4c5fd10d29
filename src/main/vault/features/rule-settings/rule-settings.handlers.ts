import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { previewRules } from '#shared/overview/rule-preview.ts'
import type { RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import { change } from '../../database/change.ts'
import type { ClientRepository } from '../../records/clients/client.repository.ts'
import { readClientRecord, type ClientRecordParts } from '../../records/clients/client-record.ts'
import { chooseClientPrompts, type PromptParts } from '../../records/prompts/choose-client-prompts.ts'
import type { CrisisTextStore } from '../../records/risk/crisis-text.ts'
import type { VaultContext } from '../../database/vault-context.ts'
import type { RuleParameterStore } from '../../records/rule-parameters.ts'

export function createRuleSettingsHandlers(
  parts: ClientRecordParts &
    PromptParts & {
      readonly context: VaultContext
      readonly clients: ClientRepository
      readonly rules: RuleParameterStore
      readonly crisisText: CrisisTextStore
    },
): Handlers<'vault'>['ruleSettings'] {
  const { context, clients, rules, crisisText } = parts
  const read = (): RuleSettings => ({ parameters: rules.read(), crisisText: crisisText.read() })
  /** Ignores answers to prompts, so that the preview compares what the ratings cause, not what is left unanswered. */
  const unanswered = { ...parts, answers: { past: () => [] } }
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
      const { sessions, outcomes, feelings } = readClientRecord(parts, clientId)
      return previewRules(
        {
          client,
          sessions,
          outcomes,
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
