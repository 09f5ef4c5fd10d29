import type { Records } from '../../records/records.ts'
import { applyImport } from './apply-import.ts'
import type { KeptImport } from './kept-imports.ts'
import { planImport } from './plan-import.ts'
import type { ReadImport } from './read-import.ts'

/**
 * Plans and writes an import client by client, inside the caller's transaction. Yields after each session that it has
 * written, and after each that it has only planned and that brings nothing.
 */
export function* bringIn(
  records: Records,
  { sessions, problems }: Pick<ReadImport, 'sessions' | 'problems'>,
): Generator<undefined, Pick<KeptImport, 'clients' | 'sessions' | 'ownWords'>> {
  const kept: {
    clients: KeptImport['clients'][number][]
    sessions: KeptImport['sessions'][number][]
    ownWords: KeptImport['ownWords'][number][]
  } = { clients: [], sessions: [], ownWords: [] }
  for (const step of planImport(records, sessions, problems)) {
    if (step === undefined) continue
    if (step.client !== null) kept.clients.push(step.clientId)
    const { sessions: made, ownWords } = yield* applyImport(records, step)
    kept.sessions.push(...made)
    kept.ownWords.push(...ownWords)
  }
  return kept
}
