import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createAttentionHandlers } from '#vault/features/attention/attention.handlers.ts'
import { createTodayHandlers } from '#vault/features/today/today.handlers.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { benchRecords } from './bench-records.ts'
import { benchPassphrase } from './large-client.ts'
import { median, type Figure } from './statistics.ts'

const rounds = 5

const partsSchema = z.strictObject({ records: z.number(), today: z.number(), attention: z.number() })

/** Measures the processor time of a new process's first answers for Today, in a process of its own for each round. */
export function benchFirstAnswer(folder: string, caseload: string, warm: number): Figure[] {
  const all = Array.from({ length: rounds }, () => {
    const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, folder], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error('the first answer could not be measured')
    return partsSchema.parse(JSON.parse(stdout))
  })
  const whole = all.map(({ today, attention }) => today + attention)
  return [
    {
      name: `the first answer for Today of a new process, ${caseload}, as it crosses`,
      value: median(whole),
      unit: 'ms',
      beside: { name: 'once warm, before it is checked and written', value: warm },
      parts: (['today', 'attention', 'records'] as const).map((name) => ({
        name,
        value: median(all.map((each) => each[name])),
      })),
    },
  ]
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await answerOnce(process.argv[2])))

/** Opens a vault whose gists are kept and answers once, with the contract's check of the answer and its text. */
async function answerOnce(folder = ''): Promise<z.output<typeof partsSchema>> {
  const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
  try {
    // The vault process has its calendar loaded before the unlock.
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format()
    const { today, attention } = vaultContract
    const { value: records, used } = measured(() => benchRecords(db))
    return {
      records: used,
      today: measured(() =>
        JSON.stringify(today.get.output.parse(createTodayHandlers(records).get(undefined))),
      ).used,
      attention: measured(() =>
        JSON.stringify(attention.today.output.parse(createAttentionHandlers(records).today(undefined))),
      ).used,
    }
  } finally {
    close()
  }
}

function measured<T>(action: () => T): { readonly value: T; readonly used: number } {
  const before = process.cpuUsage()
  const value = action()
  const { user, system } = process.cpuUsage(before)
  return { value, used: (user + system) / 1_000 }
}
