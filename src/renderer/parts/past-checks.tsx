import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { Sparkline } from '#renderer/parts/charts/sparkline.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'

/** With fewer checks there is no course to see. */
const fewestForLine = 3

/** The therapist's checks on one form: each scale's course over time, and a table in the given order. */
export function PastChecks({ form, checks }: { form: Instrument; checks: readonly WellbeingCheck[] }) {
  const { t } = useTranslation()
  const rows = rowsOf(checks, form)
  return (
    <>
      {rows.length < fewestForLine ? null : <Courses form={form} rows={rows} />}
      <Table<CheckRow>
        caption={form.title}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'day',
            header: t('wellbeing.past.day'),
            isRowHeader: true,
            cell: ({ takenOn }) => t('wellbeing.past.on', { date: new Date(takenOn) }),
          },
          ...form.scales.map((scale) => ({
            id: scale.id,
            header: scale.title,
            align: 'end' as const,
            cell: ({ scores }: CheckRow) => scores[scale.id] ?? t('wellbeing.past.notRated'),
          })),
          { id: 'note', header: t('wellbeing.past.note'), cell: ({ note }) => note },
        ]}
      />
    </>
  )
}

/** Each scale from the first check to the last, on its whole range. */
function Courses({ form, rows }: { form: Instrument; rows: readonly CheckRow[] }) {
  const inOrder = rows.toReversed().toSorted((one, other) => one.takenOn.localeCompare(other.takenOn))
  return (
    <dl className={stackClass({ direction: 'row', gap: 24, lineGap: 8 })}>
      {form.scales.map(({ id, title, minimum, maximum }) => (
        <div key={id}>
          <dt className={common['note']}>{title}</dt>
          <dd>
            <Sparkline
              label={title}
              values={inOrder.map(({ scores }) => scores[id] ?? null)}
              scaleBottom={minimum}
              scaleTop={maximum}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The checks on one form. */
export function checksOn(form: Instrument, checks: readonly WellbeingCheck[]): WellbeingCheck[] {
  return checks.filter(({ instrumentId }) => instrumentId === form.id)
}

/** One past check as a row: its day, its note, and its scores by scale. */
interface CheckRow {
  readonly id: string
  readonly takenOn: string
  readonly note: string
  readonly scores: Readonly<Record<string, number | null>>
}

function rowsOf(checks: readonly WellbeingCheck[], instrument: Instrument): CheckRow[] {
  return checks.map(({ id, takenOn, note, answers }) => {
    const scored = scoreResponse(instrument, answers)
    const scores = instrument.scales.map((scale) => [scale.id, scored[scale.id]?.value ?? null] as const)
    return { id, takenOn, note, scores: Object.fromEntries(scores) }
  })
}
