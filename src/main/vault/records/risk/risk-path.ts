import { randomUUID } from 'node:crypto'
import { endorsedRiskItems } from '#shared/instruments/response.ts'
import { needsRiskPath } from '#shared/instruments/instrument.ts'
import { riskSchema, type Risk } from '#shared/risk/risk.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { RiskRepository, StoredRisk } from './risk.repository.ts'

/** Stores risk answers and prepares them for the screen. */
export function createRiskPath(risks: RiskRepository, instruments: InstrumentLibrary) {
  const toRisk = (stored: StoredRisk): Risk => {
    const instrument = instruments.find(stored.instrumentId, stored.instrumentVersion)
    const item = instrument?.items.find(({ id }) => id === stored.itemId)
    // An answered version is always stored, so this is a fault; the answer must be shown anyway.
    const { title = stored.instrumentId } = instrument ?? {}
    return riskSchema.parse({
      ...stored,
      instrumentTitle: title,
      itemText: item?.text ?? stored.itemId,
      maximum: item?.maximum ?? stored.value,
      answerLabel: item?.labels?.find(({ value }) => value === stored.value)?.text ?? null,
    })
  }
  return {
    /**
     * Opens a risk for every endorsed risk item in responses being stored, within the caller's transaction. Storing the
     * same answers again opens nothing, so a closed risk stays closed.
     */
    open: (
      { id: sessionId, clientId }: { readonly id: string; readonly clientId: string },
      responses: readonly Response[],
    ): void => {
      for (const { instrumentId, instrumentVersion, answers, recordedAt } of responses) {
        const instrument = instruments.find(instrumentId, instrumentVersion)
        if (!instrument || !needsRiskPath(instrument)) continue
        for (const { itemId, value } of endorsedRiskItems(instrument, answers))
          risks.add({
            id: randomUUID(),
            clientId,
            sessionId,
            instrumentId,
            instrumentVersion,
            itemId,
            value,
            answeredAt: recordedAt,
          })
      }
    },
    get: (id: string): Risk | null => {
      const stored = risks.get(id)
      return stored && toRisk(stored)
    },
    listOpen: (): Risk[] => risks.open().map(toRisk),
    ofSession: (sessionId: string): Risk[] => risks.ofSession(sessionId).map(toRisk),
    /** Open and closed, newest first. */
    ofClient: (clientId: string): Risk[] => risks.ofClient(clientId).map(toRisk),
    openOfClient: (clientId: string): Risk[] =>
      risks
        .ofClient(clientId)
        .filter(({ closed }) => closed === null)
        .map(toRisk),
  }
}
