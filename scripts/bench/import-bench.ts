import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createAuditLog } from '#vault/audit/audit-log.ts'
import { createAuditRepository } from '#vault/audit/audit.repository.ts'
import { createImportHandlers } from '#vault/features/imports/import.handlers.ts'
import { chooseArgon2Cost } from '#vault/keys/choose-cost.ts'
import { createVault } from '#vault/opening/create-vault.ts'
import { createFileWork } from '#vault/reading/file-work.ts'
import { createReader } from '#vault/reading/reader.ts'
import { createRecords } from '#vault/records/records.ts'
import { createRealReaders } from '../hostile/start-reader.ts'
import { benchPassphrase } from './large-client.ts'
import { largeOwnWordsTable } from './large-exports.ts'
import { largeTables, type LargeTable } from './large-tables.ts'
import type { Figure } from './statistics.ts'

const bytesInMegabyte = 1_048_576
const nanosecondsInMillisecond = 1_000_000
const assetsFolder = join(import.meta.dirname, '../../assets')

/**
 * Times each step of the largest imports (forms, totals, and ratings in own words for the sessions of the totals), and
 * how long it keeps another request waiting that is served meanwhile.
 */
export async function benchImport(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const vault = await createVault(
      join(folder, 'vault'),
      typedSecret(benchPassphrase),
      await chooseArgon2Cost(),
    )
    const context = { db: vault.db, now: () => new Date(), zone: () => 'UTC' }
    const records = createRecords(context, { assetsFolder, onRisk: () => undefined })
    const fileWork = createFileWork(vault.db)
    const handlers = createImportHandlers({
      ...records,
      auditLog: createAuditLog(context, createAuditRepository(vault.db)),
      reader: createReader({ connect: createRealReaders().connect, onShare: fileWork.noteRead }),
      fileWork,
    })
    const { forms, totals } = largeTables()
    const figures: Figure[] = []
    const timed = async <T>(name: string, step: string, work: () => T | Promise<T>): Promise<T> => {
      const delay = monitorEventLoopDelay({ resolution: 10 })
      delay.enable()
      const begin = performance.now()
      const result = await work()
      delay.disable()
      const longest = delay.max / nanosecondsInMillisecond
      figures.push(
        { name: `${name}, ${step}`, value: performance.now() - begin, unit: 'ms' },
        { name: `${name}, ${step}: longest wait of another request`, value: longest, unit: 'ms' },
      )
      return result
    }
    const bring = async (name: string, file: FileToImport) => {
      await timed(name, 'preview', () => handlers.preview(file))
      const answer = await timed(name, 'import', () => handlers.run({ file, leavesOut: false }))
      if (answer.kind !== 'done') throw new Error(`${name}: not imported`)
      return answer.done
    }
    const done = await bring(forms.name, fileOf(forms))
    figures.push({
      name: 'memory of the vault process after it',
      value: process.memoryUsage.rss() / bytesInMegabyte,
      unit: 'MB',
    })
    await timed(forms.name, 'undo', () => handlers.undo({ id: done.id }))
    await bring(totals.name, fileOf(totals))
    const ownWords = { kind: 'attune', format: 'own-words', text: largeOwnWordsTable(25_000) } as const
    const rated = await bring('25,000 ratings in own words', ownWords)
    await timed('25,000 ratings in own words', 'undo', () => handlers.undo({ id: rated.id }))
    vault.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fileOf({ text, how, questionnaires }: LargeTable): FileToImport {
  return { kind: 'table', text, how, mappings: questionnaires.map(({ mapping }) => mapping) }
}
