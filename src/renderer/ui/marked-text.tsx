import { Fragment } from 'react'
import styles from './marked-text.module.css'

/** A text with the given stretches marked. They are in order and don't overlap; `end` is excluded. */
export function MarkedText({
  text,
  ranges,
}: {
  text: string
  ranges: readonly { readonly start: number; readonly end: number }[]
}) {
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
