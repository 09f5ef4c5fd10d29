import { memo, useId } from 'react'
import { PaperChart } from './paper-chart.tsx'
import type { Report, ReportBlock, ReportSection } from './report.ts'
import { wholeColumns } from './whole-columns.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './report.module.css'

/** A report as it is printed, drawn only if it changes. On paper one that is not finished has a sentence in its place. */
export const ReportPaper = memo(function ReportPaper({
  report,
  label,
  unfinished,
}: {
  report: Report
  label: string
  /** Why the report can't be made yet; null if it can. */
  unfinished: string | null
}) {
  return (
    <article className={styles['paper']} aria-label={label} data-report={report.kind}>
      {unfinished === null ? null : <p className={styles['paperOnly']}>{unfinished}</p>}
      {report.sections.map((section) => (
        <Section key={section.id} section={section} isOnScreenOnly={unfinished !== null} />
      ))}
    </article>
  )
})

function Section({ section, isOnScreenOnly }: { section: ReportSection; isOnScreenOnly: boolean }) {
  const titleId = useId()
  return (
    <section
      aria-labelledby={titleId}
      className={styles['section']}
      data-part={section.id}
      data-screen-only={isOnScreenOnly ? '' : undefined}
    >
      <h2 id={titleId}>{section.title}</h2>
      {section.blocks.map((block, index) => (
        // The blocks of a section have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} block={block} />
      ))}
    </section>
  )
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'text':
      return <p>{block.text}</p>
    case 'note':
      return <p className={common['note']}>{block.text}</p>
    case 'typed':
      return <p className={styles['typed']}>{block.text}</p>
    case 'facts':
      return (
        <dl className={styles['facts']}>
          {block.facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )
    case 'list':
      return (
        <ul className={common['bullets']}>
          {block.items.map((item, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={styles['typed']}>
              {item}
            </li>
          ))}
        </ul>
      )
    case 'answers':
      return (
        <p className={styles['answers']}>
          <strong>{block.name}</strong>
          {`\n${block.lines.join('\n')}`}
        </p>
      )
    case 'table':
      return <PaperTable table={block} />
    case 'chart':
      return <PaperChart chart={block.chart} />
  }
}

/** A table whose head is repeated on every sheet and whose rows stay whole. */
function PaperTable({ table: { caption, head, rows } }: { table: Extract<ReportBlock, { kind: 'table' }> }) {
  const isWhole = wholeColumns(head, rows)
  const classOf = (column: number) => (isWhole[column] === true ? styles['wholeWords'] : undefined)
  return (
    <table className={styles['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name, column) => (
            <th
              key={name}
              scope="col"
              className={joinClasses(classOf(column), /\s/.test(name) ? undefined : styles['oneWord'])}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={row}>
            <th scope="row" className={classOf(0)}>
              {name}
            </th>
            {cells.map((cell, column) => (
              // oxlint-disable-next-line react/no-array-index-key
              <td key={column} className={classOf(column + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
