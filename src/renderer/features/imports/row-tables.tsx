import { useTranslation } from 'react-i18next'
import type { RowNote, RowNotes } from '#shared/imports/import-note.ts'
import type { RowProblem, RowProblems } from '#shared/imports/import-problem.ts'
import { Table } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'

/** Lists the rows that can't be imported, and why. */
export function ProblemTable({ problems }: { problems: RowProblems }) {
  const { t } = useTranslation()
  return (
    <RowTable
      caption={t('imports.plan.problems', { count: problems.listed.length + problems.further })}
      rows={problems}
      header={t('imports.plan.problem')}
      wordsOf={({ code }: RowProblem) => t(`imports.problem.${code}`)}
    />
  )
}

/** Lists totals that differ from the answers of their rows; nothing if there are none. */
export function NoteTable({ notes }: { notes: RowNotes }) {
  const { t } = useTranslation()
  const count = notes.listed.length + notes.further
  if (count === 0) return null
  return (
    <RowTable
      caption={t('imports.plan.notes', { count })}
      rows={notes}
      header={t('imports.plan.note')}
      wordsOf={({ code, worked }: RowNote) => t(`imports.note.${code}`, { worked })}
    />
  )
}

type Row = Pick<RowProblem, 'row' | 'column' | 'text'>

function RowTable<R extends Row>({
  caption,
  rows: { listed, further },
  header,
  wordsOf,
}: {
  caption: string
  rows: { readonly listed: readonly R[]; readonly further: number }
  header: string
  wordsOf: (row: R) => string
}) {
  const { t } = useTranslation()
  const cellOf = ({ column, text }: Row): string =>
    column === '' || text === '' ? column || text : t('imports.plan.cellOf', { column, text })
  return (
    <>
      <Table
        caption={caption}
        rows={listed.map((row, at) => ({ row, at }))}
        rowId={({ at }) => String(at)}
        columns={[
          { id: 'row', header: t('imports.plan.row'), cell: ({ row }) => String(row.row), isRowHeader: true },
          { id: 'cell', header: t('imports.plan.cell'), cell: ({ row }) => cellOf(row) },
          { id: 'words', header, cell: ({ row }) => wordsOf(row) },
        ]}
      />
      {further === 0 ? null : <p className={common['note']}>{t('imports.plan.more', { count: further })}</p>}
    </>
  )
}
