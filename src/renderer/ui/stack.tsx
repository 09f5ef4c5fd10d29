import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import styles from './stack.module.css'

/** Stacks children with one of the design's spaces between them (px). Rows wrap. */
export function Stack({
  gap = 16,
  direction = 'column',
  align,
  justify,
  children,
}: {
  gap?: 4 | 8 | 12 | 16 | 24 | 32 | 48
  direction?: 'column' | 'row'
  align?: 'start' | 'centre' | 'end'
  justify?: 'between' | 'end'
  children: ReactNode
}) {
  return (
    <div
      className={joinClasses(
        styles['stack'],
        styles[direction],
        styles[`gap${gap}`],
        align !== undefined && styles[align],
        justify !== undefined && styles[`justify-${justify}`],
      )}
    >
      {children}
    </div>
  )
}
