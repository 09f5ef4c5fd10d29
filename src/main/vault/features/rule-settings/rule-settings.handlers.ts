import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/outcome.ts'
import { previewRules } from '#shared/overview/rule-preview.ts'
import { selectPrompts } from '#shared/prompts/select-prompts.ts'
import { change } from '../../database/change.ts'
import type { ClientRepository } from '../clients/client.repository.ts'
import type { ArticleLibrary } from '../evidence/article-library.ts'
import { readClientRecord, type ClientRecordParts } from '../overview/client-record.ts'
import type { VaultContext } from '../vault-context.ts'
import type { RuleSettingsStore } from './read-rule-settings.ts'

export function createRuleSettingsHandlers(
  parts: ClientRecordParts & {
    readonly context: VaultContext
    readonly clients: ClientRepository
    readonly rules: RuleSettingsStore
    readonly articles: ArticleLibrary
  },
): Handlers<'vault'>['ruleSettings'] {
  const { context, clients, rules, articles } = parts
  return {
    get: () => rules.read(),
    update: (settings) =>
      change(context.db, () => {
        rules.write(settings)
        return rules.read()
      }),
    preview: ({ clientId, parameters }) => {
      const client = clients.get(clientId)
      if (!client) throw new AppError('not-found', ['clientId'])
      const { sessions, outcomes } = readClientRecord(parts, clientId)
      return previewRules(
        {
          client,
          sessions,
          outcomes,
          promptsOf: (overview) => selectPrompts(overview, articles.all(), []),
        },
        { current: rules.read().parameters, proposed: parameters },
      )
    },
  }
}
