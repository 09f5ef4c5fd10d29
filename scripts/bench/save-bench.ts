import { join } from 'node:path'
import { z } from 'zod'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change, changeUncounted } from '#vault/database/change.ts'
import { createGistReader } from '#vault/records/attention/read-gist.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { benchRecords } from './bench-records.ts'
import { benchPassphrase } from './large-client.ts'
import { median, processorTimesOf, type Figure } from './statistics.ts'

const rounds = 9
const savesOfRound = 40
const mostMore = 2

const triggerSchema = z.strictObject({ name: z.string(), sql: z.string() })

/**
 * Measures the processor time of a save of a client whose gist is kept, with the triggers that remove it and without
 * them, in turn. Each save is a correction of a session with eight forms, in a transaction of its own.
 */
export async function benchSavesWithGists(folder: string): Promise<Figure> {
  const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
  try {
    const records = benchRecords(db)
    const ids = db
      .prepare('SELECT id FROM sessions WHERE number = 50 LIMIT ?')
      .pluck()
      .all(savesOfRound)
      .map(String)
    const logs = ids.flatMap((id) => {
      const full = records.sessions.get(id)
      return full ? [{ ...full, responses: [...full.responses], events: [...full.events] }] : []
    })
    const { madeOf, make } = createGistReader(records)
    const keep = (): void =>
      changeUncounted(db, () => {
        for (const { session } of logs) records.gists.put(session.clientId, madeOf, make(session.clientId))
      })
    const save = (): void => {
      for (const log of logs)
        change(db, () => {
          records.sessions.putTherapistPart(log, log.revision + 1, '2026-01-01T00:00:00.000Z')
          records.sessions.putClientResponses(
            log.session.id,
            log.responses.filter(({ rater }) => rater === 'client'),
          )
        })
    }
    const triggers = db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%outdates_gists'")
      .all()
      .map((row) => triggerSchema.parse(row))
    const timeSaves = (): number => {
      keep()
      // The first save after a change of the schema prepares its statements again.
      save()
      keep()
      return (processorTimesOf(save, 1)[0] ?? Number.NaN) / logs.length
    }
    const [withTriggers, without]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      withTriggers.push(timeSaves())
      changeUncounted(db, () => triggers.forEach(({ name }) => db.exec(`DROP TRIGGER ${name}`)))
      without.push(timeSaves())
      changeUncounted(db, () => triggers.forEach(({ sql }) => db.exec(sql)))
    }
    const more = median(withTriggers.map((value, round) => value - (without[round] ?? Number.NaN)))
    return {
      name: 'a save that removes a kept gist, in processor time',
      value: median(withTriggers),
      unit: 'ms',
      beside: { name: 'without the triggers', value: median(without) },
      parts: [{ name: 'more in the same round', value: more }],
      goal: { words: `at most ${mostMore} ms more`, isMet: more <= mostMore },
    }
  } finally {
    close()
  }
}
