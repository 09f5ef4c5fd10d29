import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { clientEntrySchema } from '#shared/records/client.ts'
import { sessionLogSchema, type Response } from '#shared/records/session-log.ts'
import { createRandom } from '#shared/sample/random.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change } from '#vault/database/change.ts'
import { createClientRepository } from '#vault/records/clients/client.repository.ts'
import { createSessionRepository } from '#vault/records/sessions/session.repository.ts'
import { createInstrumentLibrary } from '#vault/records/instruments/instrument-library.ts'
import { createPackRepository } from '#vault/records/instruments/pack.repository.ts'
import { createScaleDescriptions } from '#vault/records/instruments/scale-descriptions.ts'
import { createScoreRepository } from '#vault/records/scores/score.repository.ts'
import { createVaultSettingsRepository } from '#vault/records/vault-settings.repository.ts'
import { chooseArgon2Cost } from '#vault/keys/choose-cost.ts'
import { createVault } from '#vault/opening/create-vault.ts'

export const benchPassphrase = 'a passphrase for the bench'

/** The clients whose opening is timed. Each is opened only once, so no answer comes from a cache. */
export interface BenchClients {
  readonly large: readonly string[]
  readonly small: readonly string[]
}

const mostToday = 6

interface BenchVault {
  readonly clientsOfEach?: number
  /** Whether each session has the two forms about symptoms, too: 32 answers instead of 16. */
  readonly withSymptoms?: boolean
  readonly passphrase?: string
}

/** Makes a vault with clients of many sessions and clients of one session, with every form filled in. */
export async function makeBenchVault(
  dataFolder: string,
  sessionCount: number,
  { clientsOfEach = 6, withSymptoms = false, passphrase = benchPassphrase }: BenchVault = {},
): Promise<BenchClients> {
  const answered = withSymptoms ? [...forms, ...symptomForms] : forms
  const vault = await createVault(
    join(dataFolder, 'vault'),
    typedSecret(passphrase),
    await chooseArgon2Cost(),
  )
  const clients = createClientRepository(vault.db)
  const vaultSettings = createVaultSettingsRepository(vault.db)
  const instruments = createInstrumentLibrary(
    vault.db,
    join(import.meta.dirname, '../../assets/instruments'),
    createPackRepository(vault.db),
    createScaleDescriptions(vaultSettings),
  )
  const scores = createScoreRepository(vault.db, instruments.find)
  const sessions = createSessionRepository(vault.db, { ...scores, putOne: scores.put })
  const random = createRandom('bench').fraction
  const add = (code: string, count: number): string => {
    const id = randomUUID()
    const entry = { id, code, status: 'active', startedOn: '2016-01-04', therapyType: '', notes: '' }
    clients.insert({
      ...clientEntrySchema.parse(entry),
      isFictional: true,
      createdAt: new Date().toISOString(),
      revision: 1,
    })
    for (let number = 1; number <= count; number += 1) {
      const log = sessionOf(id, number, random, answered)
      sessions.putTherapistPart(log, 1, '2026-01-01T00:00:00.000Z')
      sessions.putClientResponses(
        log.session.id,
        log.responses.filter(({ rater }) => rater === 'client'),
      )
    }
    return id
  }
  const several = (name: string, count: number) =>
    Array.from({ length: clientsOfEach }, (_, index) => add(`${name} ${index + 1}`, count))
  const made = change(vault.db, () => {
    const clients = { large: several('Large', sessionCount), small: several('Small', 1) }
    // Gives Today clients to show.
    for (const id of clients.small.slice(0, mostToday))
      sessions.putTherapistPart(plannedToday(id), 1, new Date().toISOString())
    return clients
  })
  vault.close()
  return made
}

type BenchForm = readonly [
  id: string,
  rater: Response['rater'],
  items: readonly string[],
  rest?: { readonly occasion?: 'before'; readonly version?: number; readonly most?: number },
]

const forms: readonly BenchForm[] = [
  ['attune-feelings-before', 'therapist', ['supportive', 'inadequate'], { occasion: 'before' }],
  ['attune-alliance-client', 'client', ['goals', 'tasks', 'bond', 'overall']],
  ['attune-alliance-therapist', 'therapist', ['goals', 'tasks', 'bond', 'overall']],
  ['attune-session-experience', 'client', ['felt-empathy', 'helpfulness', 'accomplishment']],
  ['attune-own-empathy', 'therapist', ['own-empathy']],
  ['attune-feelings-after', 'therapist', ['supportive', 'inadequate']],
]

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)

const symptomForms: readonly BenchForm[] = [
  ['phq-9', 'client', numbered('phq9', 9), { version: 2, most: 3 }],
  ['gad-7', 'client', numbered('gad7', 7), { version: 2, most: 3 }],
]

function sessionOf(
  clientId: string,
  number: number,
  random: () => number,
  answered: readonly BenchForm[] = forms,
) {
  const day = new Date(Date.UTC(2016, 0, 4 + (number - 1) * 7)).toISOString()
  return sessionLogSchema.parse({
    session: {
      id: randomUUID(),
      clientId,
      number,
      status: 'held',
      date: day.slice(0, 10),
      zone: 'UTC',
      modality: 'in-person',
      durationMinutes: 50,
      notes: 'A line or two, as one writes between clients.',
      guess: 'skipped',
      closedAt: day,
    },
    ruptureNote: null,
    events: [],
    responses: answered.map(
      ([instrumentId, rater, items, { occasion = 'after', version = 1, most } = {}]) => ({
        id: randomUUID(),
        instrumentId,
        instrumentVersion: version,
        rater,
        occasion,
        answers: Object.fromEntries(
          items.map((item) => [
            item,
            {
              value: valueOf(item, random(), most),
              missingReason: null,
            },
          ]),
        ),
        words: [],
        comment: '',
        recordedAt: day,
      }),
    ),
  })
}

/** Nobody in the bench answers a question about risk with yes. */
function valueOf(item: string, share: number, most?: number): number {
  if (item === 'phq9-9') return 0
  return most === undefined ? 5 + Math.floor(share * 5) : Math.floor(share * (most + 1))
}

function plannedToday(clientId: string) {
  const { session, ...rest } = sessionOf(clientId, 2, () => 0)
  const date = new Intl.DateTimeFormat('sv-SE').format(new Date())
  const planned = { ...session, status: 'planned', date, guess: 'open', closedAt: null }
  return sessionLogSchema.parse({ ...rest, session: planned, responses: [] })
}
