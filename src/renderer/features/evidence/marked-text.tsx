import { Fragment } from 'react'
import type { TextRange } from '#shared/evidence/evidence-item.ts'
import styles from './evidence.module.css'

/** A text with the matches of the search marked. */
export function MarkedText({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const plainStarts = [0, ...ranges.map(({ end }) => end)]
  return plainStarts.map((start, index) => {
    const mark = ranges[index]
    return (
      <Fragment key={start}>
        {text.slice(start, mark?.start)}
        {mark === undefined ? null : (
          <mark className={styles['mark']}>{text.slice(mark.start, mark.end)}</mark>
        )}
      </Fragment>
    )
  })
}
