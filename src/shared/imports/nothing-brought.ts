import type { DoneImport } from './import-preview.ts'

/** What an import brings that brings nothing. */
export const nothingBrought: DoneImport['brought'] = {
  newClients: 0,
  newSessions: 0,
  extendedSessions: 0,
  forms: 0,
  totals: 0,
  risks: 0,
  ownWords: 0,
  ownRatings: 0,
  texts: 0,
}
