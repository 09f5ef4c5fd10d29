import type { CSSProperties } from 'react'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './plot-figure.module.css'

/** The selected mark in words beside it; read aloud as the user moves through the marks. */
export function PlotReadout({
  heading,
  lines,
  widest,
  place,
}: {
  /** Null while no mark is selected. */
  heading: string | null
  lines: readonly string[]
  /** The largest width of the words, in px. */
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
