import type { CSSProperties } from 'react'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './plot-figure.module.css'

/** The mark that is looked at, in words beside it; read aloud as the person goes through the marks. */
export function PlotReadout({
  heading,
  lines,
  widest,
  place,
}: {
  /** Null while no mark is looked at. */
  heading: string | null
  lines: readonly string[]
  /** As wide as the words become at most, in px. */
  widest: number
  place: CSSProperties
}) {
  return (
    <output
      className={joinClasses(styles['readout'], heading === null && styles['away'])}
      style={{ maxInlineSize: widest, ...place }}
    >
      {heading === null ? null : (
        <>
          <strong>{heading}</strong>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </>
      )}
    </output>
  )
}
