import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { readContainer } from './backups/container.ts'
import { openFacts, reasonOf } from './backups/container-head.ts'
import { isBackupName } from './inventory/backup-names.ts'
import { withDerivedKey } from './keys/derive-key.ts'
import { readHeaders } from './keys/header-files.ts'
import { unwrapHeader } from './keys/unwrap-header.ts'
import { practiceOverDays, type PracticeOverDays } from './testing/days/practice-over-days.ts'
import { anyCourse, type Step } from './testing/days/steps.ts'
import { createKnownKeys, everyCopy } from './testing/every-copy.ts'
import { rightPassphrase } from './testing/test-vault.ts'

/** How many practices `npm test` lives through. `npm run faults` asks for more. */
const sample = 4
const amount = Number(process.env['ATTUNE_DAYS'] ?? sample)
/** The most that happens to one practice. */
const longest = Number(process.env['ATTUNE_DAYS_LONGEST'] ?? 14)
const seed = Number(process.env['ATTUNE_DAYS_SEED'] ?? 20_262_727)

/** Usual backups under the vault's present key, which rotation deletes in time. */
async function usualBackups(practice: PracticeOverDays, paths: readonly string[]): Promise<Set<string>> {
  const { headers } = readHeaders(practice.vaultFolder)
  const secret = { kind: 'passphrase', passphrase: typedSecret(rightPassphrase) } as const
  const opened = await unwrapHeader(headers, secret).catch(() => null)
  const usual = new Set<string>()
  for (const path of paths) {
    const isPlaced = practice.backupFolders.includes(dirname(path)) && isBackupName(basename(path))
    const read = isPlaced && opened ? await readContainer(path) : null
    if (!opened || read?.kind !== 'backup' || reasonOf(read.head) !== 'usual') continue
    if (withDerivedKey(opened.vaultKey, 'backup-mac', (key) => openFacts(read.head, key))) usual.add(path)
  }
  return usual
}

/** Opens the vault a last time, lets it end what it does while nobody waits, and names each broken promise. */
async function brokenPromises(practice: PracticeOverDays): Promise<string[]> {
  const keys = createKnownKeys()
  const opened = await practice.open().catch(() => null)
  const listed = opened && (await practice.listedIn(opened))
  const look = async (): Promise<string[]> => {
    const named = opened ? (await opened.api.rights.copies()).unreached : []
    const files = await everyCopy([practice.folder], [rightPassphrase], keys)
    const usual = await usualBackups(
      practice,
      files.map(({ path }) => path),
    )
    // The screen says so: among a person's own files, a copy is known by its name.
    const [, drive] = practice.backupFolders
    const isUnknown = (path: string) => dirname(path) === drive && !/attune|vault/i.test(basename(path))
    return practice.promises.broken({
      files,
      database: practice.databaseFile(),
      listed,
      isUsual: (path) => usual.has(path),
      isNamed: (path) => isUnknown(path) || named.some(({ folder, name }) => join(folder, name) === path),
    })
  }
  let broken = await look()
  for (let tries = 0; tries < 20 && broken.some((each) => each.includes('was erased')); tries += 1) {
    await setTimeout(300)
    broken = await look()
  }
  await practice.end()
  return broken
}

/** How often each thing happened to the practices. */
const figures = new Map<string, number>()
const count = (name: string, by = 1): void => void figures.set(name, (figures.get(name) ?? 0) + by)

async function liveThrough(steps: readonly Step[]): Promise<void> {
  const practice = await practiceOverDays()
  const log: string[] = []
  try {
    for (const step of steps) {
      count(step.kind)
      if (step.kind === 'clock') count('days', Math.abs(step.days))
      log.push(JSON.stringify(step))
      log.push(`  ${await practice.step(step)}`)
    }
    await practice.step({ kind: 'lock' })
    expect(await brokenPromises(practice)).toEqual([])
  } catch (cause) {
    throw new Error(`${log.join('\n')}\nrotted: ${practice.rotted()}\n${String(cause)}`, { cause })
  }
}

test('fault 98: whatever happens over days, no record is lost and no erased client is left', async () => {
  await fc.assert(fc.asyncProperty(anyCourse(longest), liveThrough), {
    seed,
    numRuns: amount,
    endOnFailure: true,
  })
  if (amount === sample) return
  const happened = [...figures].map(([name, times]) => `${name} ${times}`).join(', ')
  process.stdout.write(`${amount} practices: ${happened}; nothing lost, nothing left\n`)
}, 3_600_000)
