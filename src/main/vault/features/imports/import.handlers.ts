import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { FileToImport, ImportPlan } from '#shared/imports/import-preview.ts'
import type { LeftOutRows } from '#shared/imports/rated-session.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { applyImport } from './apply-import.ts'
import { keepImport, type KeptImport } from './kept-imports.ts'
import { planImport, type PlannedImport } from './plan-import.ts'
import { readImport } from './read-import.ts'
import { undoImport } from './undo-import.ts'

interface ImportParts extends Records {
  readonly auditLog: Pick<AuditLog, 'change'>
  readonly reader: Pick<Reader, 'surveyRatings' | 'readRatingsTable' | 'readRatings'>
}

/** Codes of new clients that a preview names. */
const mostCodes = 20

/** Imports ratings from files, and takes an import back. What can be taken back is in memory alone, so it ends with a lock. */
export function createImportHandlers({
  auditLog,
  reader,
  ...records
}: ImportParts): Handlers<'vault'>['imports'] {
  const kept: KeptImport[] = []

  const planOf = (plan: PlannedImport, leftOut: LeftOutRows): ImportPlan => ({
    kind: 'plan',
    brings: plan.brings,
    newCodes: plan.clients.slice(0, mostCodes).map(({ code }) => code),
    unchanged: plan.unchanged,
    leftOut,
    problems: plan.problems,
  })
  const read = (file: FileToImport) => readImport(reader, records.instruments, file)

  return {
    survey: (file) => reader.surveyRatings(file),
    preview: async (file) => {
      const found = await read(file)
      if ('code' in found) return { kind: 'refused', refusal: found }
      return planOf(planImport(records, found.sessions, found.problems), found.leftOut)
    },
    run: async ({ file, leavesOut }) => {
      const found = await read(file)
      if ('code' in found) return { kind: 'not-done', plan: { kind: 'refused', refusal: found } }
      const write = () => {
        const plan = planImport(records, found.sessions, found.problems)
        if (plan.sessions.length === 0 || (plan.problems.listed.length > 0 && !leavesOut))
          return { plan, import: null }
        applyImport(records, plan)
        const at = records.context.now().toISOString()
        return {
          plan,
          import: keepImport(records.sessions, plan, { id: randomUUID(), at, brought: plan.brings }),
        }
      }
      const { plan, import: made } = auditLog.change(
        () => change(records.context.db, write),
        ({ plan: done, import: written }) =>
          written === null
            ? []
            : [
                ...done.clients.map(({ id }) => ({ kind: 'client-created' as const, clientId: id })),
                { kind: 'ratings-imported' as const, count: done.brings.forms },
              ],
      )
      if (made === null) return { kind: 'not-done', plan: planOf(plan, found.leftOut) }
      kept.unshift(made)
      return { kind: 'done', done: made.done }
    },
    done: () => kept.map(({ done }) => done),
    undo: ({ id }) => {
      const found = kept.find(({ done }) => done.id === id)
      if (!found) throw new AppError('removal-final')
      const taken = auditLog.change(
        () => change(records.context.db, () => undoImport(records, found)),
        ({ forms }) => [{ kind: 'import-taken-back', count: forms }],
      )
      kept.splice(kept.indexOf(found), 1)
      return taken
    },
  }
}
