import { buildOverview } from '#shared/overview/build-overview.ts'
import type { ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { Client } from '#shared/records/client.ts'
import { sequenceOf } from '../../database/change.ts'
import { readClientRecord } from '../../records/client-record.ts'
import { chooseClientPrompts } from '../../records/choose-client-prompts.ts'
import type { Records } from '../../records/records.ts'

export type ClientPromptsReader = (client: Client) => ChosenPrompts

/** Reads which prompts apply to a client, and caches them until the vault changes. */
export function createClientPrompts(records: Records): ClientPromptsReader {
  const { db } = records.context
  let remembered = { sequence: -1, byClient: new Map<string, ChosenPrompts>() }

  const choose = (client: Client): ChosenPrompts => {
    const { sessions, feelings, ...record } = readClientRecord(records, client.id)
    const parameters = records.rules.read()
    return chooseClientPrompts(records, buildOverview(client, sessions, { ...record, parameters }), feelings)
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
