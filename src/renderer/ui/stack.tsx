import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import styles from './stack.module.css'

/** One of the design's spaces, in px. */
type Gap = 4 | 8 | 12 | 16 | 24 | 32 | 48

/** How children stand: below each other, or in a row that wraps. */
type StackLayout = {
  gap?: Gap
  /** The space between the lines of a row that wraps, if it differs. */
  lineGap?: 4 | 8 | 12 | 16
  direction?: 'column' | 'row'
  align?: 'start' | 'centre' | 'end' | 'baseline'
  justify?: 'between' | 'end'
}

/** Stacks children with one of the design's spaces between them. Rows wrap. */
export function Stack({ children, ...layout }: StackLayout & { children: ReactNode }) {
  return <div className={stackClass(layout)}>{children}</div>
}

/** The classes of a stack, for an element that is more than a frame: a form, a list, a field set. */
export function stackClass({
  gap = 16,
  lineGap,
  direction = 'column',
  align,
  justify,
}: StackLayout = {}): string {
  return joinClasses(
    styles['stack'],
    styles[direction],
    styles[`gap${gap}`],
    lineGap !== undefined && styles[`lineGap${lineGap}`],
    align !== undefined && styles[align],
    justify !== undefined && styles[`justify-${justify}`],
  )
}
