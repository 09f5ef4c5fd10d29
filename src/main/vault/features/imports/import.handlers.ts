import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { allBrought, type FileToImport, type ImportPlan } from '#shared/imports/import-preview.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { changeInSlices, type LongChangeEnd } from '../../database/change-in-slices.ts'
import type { FileWork } from '../../reading/file-work.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { bringIn } from './bring-in.ts'
import type { KeptImport } from './kept-imports.ts'
import { planImport, totalsOf, type PlanTotals } from './plan-import.ts'
import { readImport, type ReadImport } from './read-import.ts'
import { undoImport } from './undo-import.ts'

interface ImportParts extends Records {
  readonly auditLog: Pick<AuditLog, 'addTo' | 'flush'>
  readonly reader: Pick<Reader, 'surveyRatings' | 'readRatingsTable' | 'readRatings' | 'readAdditions'>
  readonly fileWork: FileWork
}

/** Imports ratings from files, and takes an import back. What can be taken back is in memory alone, so it ends with a lock. */
export function createImportHandlers({
  auditLog,
  reader,
  fileWork,
  ...records
}: ImportParts): Handlers<'vault'>['imports'] {
  const kept: KeptImport[] = []

  const planOf = (totals: PlanTotals, { leftOut, notes }: ReadImport): ImportPlan => ({
    kind: 'plan',
    ...totals,
    leftOut,
    notes,
  })
  const read = (file: FileToImport) => readImport(reader, records.instruments, file)
  const checked = ({ sessions, problems }: ReadImport) =>
    fileWork.counted('checking', sessions.length, totalsOf(planImport(records, sessions, problems)))

  return {
    survey: (file) => reader.surveyRatings(file),
    preview: async (file) => {
      const found = await read(file)
      if ('code' in found) return { kind: 'refused', refusal: found }
      try {
        return planOf(await fileWork.inSlices(checked(found)), found)
      } finally {
        fileWork.end()
      }
    },
    run: async ({ file, leavesOut }) => {
      const found = await read(file)
      if ('code' in found) return { kind: 'not-done', plan: { kind: 'refused', refusal: found } }
      // Entries of the log that wait are older than those of the import.
      auditLog.flush()
      try {
        const { totals, made } = await changeInSlices(records.context.db, function* (): Generator<
          undefined,
          LongChangeEnd<{ totals: PlanTotals; made: KeptImport | null }>
        > {
          const totals = yield* checked(found)
          const { forms, ownRatings, texts } = totals.brings
          if (allBrought(totals.brings) === 0 || (totals.problems.listed.length > 0 && !leavesOut))
            return { result: { totals, made: null }, keeps: false }
          const written = yield* fileWork.counted('saving', found.sessions.length, bringIn(records, found))
          auditLog.addTo([
            ...written.clients.map((clientId) => ({ kind: 'client-created' as const, clientId })),
            { kind: 'ratings-imported', count: forms + ownRatings + texts },
          ])
          const done = { id: randomUUID(), at: records.context.now().toISOString(), brought: totals.brings }
          return { result: { totals, made: { done, ...written } }, keeps: true }
        })
        if (made === null) return { kind: 'not-done', plan: planOf(totals, found) }
        kept.unshift(made)
        return { kind: 'done', done: made.done }
      } finally {
        fileWork.end()
      }
    },
    done: () => kept.map(({ done }) => done),
    undo: async ({ id }) => {
      const found = kept.find(({ done }) => done.id === id)
      if (!found) throw new AppError('removal-final')
      auditLog.flush()
      try {
        const taken = await changeInSlices(records.context.db, function* () {
          const result = yield* fileWork.counted(
            'taking-back',
            found.sessions.length,
            undoImport(records, found),
          )
          const count = result.forms + result.ownRatings + result.texts
          auditLog.addTo([{ kind: 'import-taken-back', count }])
          return { result, keeps: true }
        })
        kept.splice(kept.indexOf(found), 1)
        return taken
      } finally {
        fileWork.end()
      }
    },
  }
}
