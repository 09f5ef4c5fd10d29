import type { SessionWords } from './session-words.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './trajectory-chart.module.css'

/** What one session holds, missing ratings included; read aloud as the person goes through the sessions. */
export function SessionReadout({
  words,
  lines,
  geometry,
  isHigh,
}: {
  words: SessionWords | null
  /** One text per series, "Client: 7". */
  lines: readonly string[]
  geometry: TrajectoryGeometry
  /** Whether the ratings here stand in the upper half, so that the readout keeps out of their way. */
  isHigh: boolean
}) {
  const x = words === null ? 0 : geometry.x(words.index)
  const isLeftOfIt = x > (geometry.left + geometry.right) / 2
  return (
    <>
      {words === null ? null : (
        <div
          className={styles['cursor']}
          style={{ left: x, top: geometry.top, height: geometry.bottom - geometry.top }}
        />
      )}
      <output
        className={joinClasses(styles['readout'], words === null && styles['away'])}
        style={{
          ...(isHigh ? { bottom: geometry.height - geometry.bottom + 8 } : { top: geometry.top }),
          ...(isLeftOfIt ? { right: geometry.width - x + 12 } : { left: x + 12 }),
        }}
      >
        {words === null ? null : (
          <>
            <strong>{words.heading}</strong>
            {[...lines, ...words.episodePoints, ...words.reported]
              .concat(words.breakBefore === null ? [] : [words.breakBefore])
              .map((line) => (
                <span key={line}>{line}</span>
              ))}
          </>
        )}
      </output>
    </>
  )
}
