import { buildOverview } from '#shared/overview/build-overview.ts'
import type { ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { Client } from '#shared/records/client.ts'
import { sequenceOf } from '../../database/change.ts'
import { readClientRecord, type ClientRecordParts } from '../../records/clients/client-record.ts'
import type { RuleParameterStore } from '../../records/rule-parameters.ts'
import type { VaultContext } from '../../database/vault-context.ts'
import { chooseClientPrompts, type PromptParts } from '../../records/prompts/choose-client-prompts.ts'

export type ClientPromptsReader = (client: Client) => ChosenPrompts

/** Reads which prompts apply to a client, and caches them until the vault changes. */
export function createClientPrompts(
  parts: ClientRecordParts &
    PromptParts & { readonly context: VaultContext; readonly rules: RuleParameterStore },
): ClientPromptsReader {
  const { db } = parts.context
  let remembered = { sequence: -1, byClient: new Map<string, ChosenPrompts>() }

  const choose = (client: Client): ChosenPrompts => {
    const { sessions, outcomes, feelings } = readClientRecord(parts, client.id)
    const parameters = parts.rules.read()
    return chooseClientPrompts(parts, buildOverview(client, sessions, { parameters, outcomes }), feelings)
  }

  return (client) => {
    // Inside a change, the count of changes has not risen yet.
    if (db.inTransaction) return choose(client)
    const sequence = sequenceOf(db)
    if (sequence !== remembered.sequence) remembered = { sequence, byClient: new Map() }
    const found = remembered.byClient.get(client.id) ?? choose(client)
    remembered.byClient.set(client.id, found)
    return found
  }
}
