import type { Client } from '#shared/records/client.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { chooseClientPrompts, type PromptParts } from '../../records/prompts/choose-client-prompts.ts'
import type { RiskPath } from '../../records/risk/risk-path.ts'
import type { RuleParameterStore } from '../../records/rule-parameters.ts'
import { readClientRecord, type ClientRecordParts } from '../../records/clients/client-record.ts'

export type OverviewReader = (client: Client) => ClientOverview

/** Reads all sessions of a client and computes the client's page with the current parameters. */
export function createOverviewReader(
  parts: ClientRecordParts &
    PromptParts & { readonly rules: RuleParameterStore; readonly riskPath: RiskPath },
): OverviewReader {
  return (client) => {
    const { sessions, outcomes, feelings } = readClientRecord(parts, client.id)
    const parameters = parts.rules.read()
    const overview = buildOverview(client, sessions, {
      parameters,
      outcomes,
      risks: parts.riskPath.openOfClient(client.id),
    })
    const { applying, shown } = chooseClientPrompts(parts, overview, feelings)
    return { ...overview, prompts: applying.slice(0, shown) }
  }
}
