import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { bundledClientSchema, type BundledClient } from '#shared/bundles/bundled-client.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createRandom } from '#shared/sample/random.ts'
import { makeOwnKeys } from '#vault/bundles/make-own-keys.ts'
import { sealBundle } from '#vault/bundles/seal-bundle.ts'
import { change } from '#vault/database/change.ts'
import { importBundle } from '#vault/features/review/import-bundle.ts'
import { createReviewHandlers } from '#vault/features/review/review.handlers.ts'
import { createFileGrants } from '#vault/files/file-grants.ts'
import { chooseArgon2Cost } from '#vault/keys/choose-cost.ts'
import { createVault } from '#vault/opening/create-vault.ts'
import { createReader } from '#vault/reading/reader.ts'
import { createRecords } from '#vault/records/records.ts'
import type { OwnKeys } from '#vault/records/contacts/own-keys.repository.ts'
import { createRealReaders } from '../hostile/start-reader.ts'
import { benchPassphrase } from './large-client.ts'
import { median, timesOf, type Figure } from './statistics.ts'

const supervisees = 50
const clients = 40
const sessions = 40
const rounds = 9

const assetsFolder = join(import.meta.dirname, '../../assets')

/** Times the import of a bundle and the overview of a supervisor with many supervisees, in the vault process. */
export async function benchReview(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const { imported, overview, size } = await timesIn(folder)
    return [
      {
        name: `opening and importing a bundle of ${clients} clients with ${sessions} sessions (${size} kB), beside ${supervisees - 1} supervisees with as many`,
        value: imported,
        unit: 'ms',
        goal: { words: 'at most 2,000 ms', isMet: imported <= 2_000 },
      },
      {
        name: `the overview of ${supervisees} supervisees with ${clients} clients each`,
        value: overview,
        unit: 'ms',
        goal: { words: 'at most 200 ms', isMet: overview <= 200 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timesIn(folder: string): Promise<{ imported: number; overview: number; size: number }> {
  const vault = await createVault(
    join(folder, 'vault'),
    typedSecret(benchPassphrase),
    await chooseArgon2Cost(),
  )
  const now = () => new Date()
  const context = { db: vault.db, now, zone: () => 'UTC' }
  const records = createRecords(context, { assetsFolder, onRisk: () => undefined })
  const grants = createFileGrants(now)
  const { handlers } = createReviewHandlers({
    ...records,
    grants,
    reader: createReader({ connect: createRealReaders().connect }),
  })
  const own = await makeOwnKeys()
  change(vault.db, () => records.ownKeys.putFirst(own, now().toISOString()))
  const random = createRandom('review').fraction
  const rating = (): number => Math.round(random() * 100) / 10
  const given = Array.from({ length: clients }, (_, place) => clientAt(place, rating))
  const last = { id: '', own }
  for (let number = 1; number <= supervisees; number += 1) {
    last.own = await makeOwnKeys()
    last.id = randomUUID()
    const addedAt = now().toISOString()
    const { id, own: theirs } = last
    change(vault.db, () => {
      const name = `Supervisee ${String(number)}`
      records.contacts.put({ id, name, state: 'compared', keys: theirs.public, laterKeys: null, addedAt })
      importBundle(records, id, bundleOf(theirs, own, { number: 1, clients: given }))
    })
  }
  const times: number[] = []
  let size = 0
  for (let round = 2; round < 2 + rounds; round += 1) {
    const changed = given.map((client) => ({ ...client, question: `Question ${String(round)}` }))
    const file = await sealBundle(bundleOf(last.own, own, { number: round, clients: changed }), last.own)
    size = Math.round(file.length / 1_000)
    const path = join(folder, `${String(round)}.age`)
    writeFileSync(path, file)
    const token = randomBytes(32).toString('base64url')
    grants.accept({ token, purpose: 'received-bundle', path })
    const begin = performance.now()
    const preview = await handlers.preview({ token })
    if (preview.kind === 'refused' || preview.importId === null) throw new Error('the bundle was refused')
    await handlers.import({ importId: preview.importId })
    times.push(performance.now() - begin)
  }
  const overview = median(timesOf(() => handlers.overview(undefined), rounds))
  vault.close()
  return { imported: median(times), overview, size }
}

function bundleOf(
  sender: OwnKeys,
  recipient: OwnKeys,
  { number, clients: given }: Pick<Bundle, 'number' | 'clients'>,
): Bundle {
  return {
    format: 'attune-bundle',
    version: 1,
    bundleId: randomUUID(),
    number,
    madeAt: new Date().toISOString(),
    sender: sender.public,
    recipient: recipient.public,
    withdrawn: [],
    wellbeing: null,
    clients: given,
  }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A client with three scales rated in every session, two falls and a question. */
function clientAt(place: number, rating: () => number): BundledClient {
  const numbers = Array.from({ length: sessions }, (_, index) => index + 1)
  const series = (['client', 'therapist'] as const).flatMap((rater) =>
    ['alliance', 'bond'].map((scaleId) => ({
      id: `${rater}/attune-alliance-${rater}/${scaleId}`,
      rater,
      instrumentId: `attune-alliance-${rater}`,
      instrumentTitle: `Working together (${rater})`,
      scaleId,
      title: scaleId,
      construct: scaleId === 'alliance' ? ('alliance' as const) : ('alliance.bond' as const),
      frame: 'this-session' as const,
      occasion: 'after' as const,
      minimum: 0,
      maximum: 10,
      step: 0.1,
      direction: 'higher-is-better' as const,
      scores: numbers.map((session) => ({ session, value: rating() })),
    })),
  )
  const lead = series[0]?.id ?? null
  return bundledClientSchema.parse({
    pseudonym: `BENC-00${letters[Math.floor(place / letters.length)] ?? ''}${letters[place % letters.length] ?? ''}`,
    question: `Question ${String(place)}`,
    lead,
    sessions: numbers.map((number) => ({
      number,
      week: number,
      date: null,
      status: 'held',
      clientMissing: null,
      rupture: null,
      notes: null,
      words: null,
    })),
    series,
    episodes: [9, 30].map((peak) => ({
      series: lead,
      peak,
      trough: peak + 1,
      end: peak + 3,
      depth: 3,
      level: 'rupture',
      state: peak === 9 ? 'repaired' : 'unrepaired',
    })),
    outcomes: [],
  })
}
