import { asks, idOf, passphrase, type Step } from './scenario.ts'

export const unlocks = (secret = passphrase): Step => asks('vault.unlock', { passphrase: secret })

/** Creates a vault. If an earlier try failed after writing the header, opens that vault instead. */
export const creates = (): Step => ({
  name: 'vault.create',
  run: async (call) => {
    try {
      return await call('vault.create', { passphrase })
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'vault-exists') throw cause
      return call('vault.unlock', { passphrase })
    }
  },
})

/** Adds a client. */
export const addsClient = (code: string): Step =>
  asks('clients.create', {
    id: idOf('client', code),
    code,
    status: 'active',
    startedOn: '2026-01-05',
    therapyType: 'Integrative',
    notes: `Notes about ${code}, with some words in them that have to be there afterwards.`,
  })

function logOf(code: string, number: number, notes: string) {
  const answers = Object.fromEntries(
    ['goals', 'tasks', 'bond', 'overall'].map((item, index) => [
      item,
      { value: (number + index * 3) % 11, missingReason: null },
    ]),
  )
  return {
    session: {
      id: idOf('session', code, number),
      clientId: idOf('client', code),
      number,
      status: 'held',
      date: `2026-02-${String(number).padStart(2, '0')}`,
      zone: 'Europe/Oslo',
      modality: 'in-person',
      durationMinutes: 50,
      notes,
      guess: 'open',
      closedAt: null,
    },
    responses: [
      {
        id: idOf('response', code, number),
        instrumentId: 'attune-alliance-therapist',
        instrumentVersion: 1,
        rater: 'therapist',
        occasion: 'after',
        answers,
        words: [],
        comment: '',
        recordedAt: '2026-03-16T15:00:00.000Z',
      },
    ],
    ruptureNote: null,
    events: [],
  }
}

/** Saves a session of a client; long notes fill several pages of the file. */
export const savesSession = (code: string, number: number, notes: string, expectedRevision = 0): Step =>
  asks('sessions.save', { log: logOf(code, number, notes), expectedRevision })

/** Saves a draft. */
export const keepsDraft = (code: string, number: number, notes: string): Step =>
  asks('drafts.save', {
    sessionId: idOf('session', code, number),
    clientId: idOf('client', code),
    baseRevision: 0,
    log: logOf(code, number, notes),
  })
