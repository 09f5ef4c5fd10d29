import { placeFlags } from './flag-places.ts'
import { circlesPath, markRadius, type Point } from './mark-paths.ts'
import type { PlacedStrip, StripGeometry } from './strip-geometry.ts'
import { barsPath, changePaths, zeroPoints } from './strip-paths.ts'
import type { StripContent } from './strip-types.ts'
import styles from './strip-plot.module.css'

/** The marks of one row. */
export function StripMarks({ placed, geometry }: { placed: PlacedStrip; geometry: StripGeometry }) {
  const { row, y } = placed
  const { content } = row
  switch (content.kind) {
    case 'level':
      return (
        <path
          className={styles[content.rater ?? 'client']}
          d={barsPath(content.values, content.minimum, geometry, y)}
        />
      )
    case 'offset':
      return (
        <>
          <path
            className={styles['therapist']}
            d={barsPath(
              content.values.map((value) => (value === 0 ? null : value)),
              0,
              geometry,
              y,
            )}
          />
          <path
            className={styles['hollow']}
            d={circlesPath(zeroPoints(content.values, geometry, y), markRadius(geometry.spacing) * 0.75)}
          />
        </>
      )
    case 'change': {
      const { lines, heads } = changePaths(content.before, content.after, geometry, y)
      return (
        <>
          <path className={styles['step']} d={lines} />
          <path className={styles['therapist']} d={heads} />
        </>
      )
    }
    case 'moments':
      return <Moments content={content} placed={placed} geometry={geometry} />
  }
}

type MomentsContent = Extract<StripContent, { kind: 'moments' }>

/** Marks with a word each; where the words don't fit, the readout and the table have them. */
function Moments({
  content: { moments, mark },
  placed,
  geometry,
}: {
  content: MomentsContent
  placed: PlacedStrip
  geometry: StripGeometry
}) {
  const { x, left, right } = geometry
  const middle = placed.y(0)
  const ends = moments.map(({ index, to }) => ({ from: x(index), to: x(to) }))
  const words = placeFlags(
    moments.map(({ index: start, to, words: text }) => ({ index: to, start, text })),
    { x, left, width: right },
  )
  return (
    <>
      <path
        className={styles[mark]}
        d={ends.map(({ from, to }) => markPaths[mark]({ x: from, y: middle }, to - from)).join('')}
      />
      {words.map((placedWords, order) =>
        placedWords.words === 'none' ? null : (
          <text
            key={order}
            x={placedWords.words === 'after' ? placedWords.x + 13 : (ends[order]?.from ?? placedWords.x) - 10}
            y={middle + 4.5}
            textAnchor={placedWords.words === 'after' ? 'start' : 'end'}
          >
            {placedWords.report.text}
          </text>
        ),
      )}
    </>
  )
}

/** The outlines of the marks, each with its own shape, around a point. */
const markPaths: Record<MomentsContent['mark'], (at: Point, length: number) => string> = {
  flag: ({ x, y }) => `M${x} ${y + 8}V${y - 8}h8l-2.5 3.5 2.5 3.5H${x}`,
  span: ({ x, y }, length) => `M${x} ${y - 4}v8m0 -4h${Math.max(length, 6)}m0 -4v8`,
  diamond: ({ x, y }) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
  page: ({ x, y }) => `M${x - 4} ${y - 5}h8v10h-8zM${x - 2} ${y - 1.5}h4M${x - 2} ${y + 1.5}h4`,
  ring: ({ x, y }) => circlesPath([{ x, y }], 4.5),
}
