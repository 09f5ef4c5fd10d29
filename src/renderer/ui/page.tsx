import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { stackClass } from './stack.tsx'
import styles from './page.module.css'

/** The frame of one screen. Its heading takes the focus when the screen opens, so that reading starts there. */
export function Page({
  title,
  subtitle,
  actions,
  width = 'regular',
  takesFocus = true,
  children,
}: {
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  /** `narrow` for forms and reading, `wide` for charts beside lists. */
  width?: 'narrow' | 'regular' | 'wide'
  takesFocus?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus, title])
  return (
    <div className={joinClasses(styles['page'], styles[width])} data-page-width={width}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          <h1 ref={heading} tabIndex={-1}>
            {/* A title that runs from right to left keeps its own order, and still begins at the left edge. */}
            <bdi>{title}</bdi>
          </h1>
          {subtitle === undefined ? null : <p className={styles['subtitle']}>{subtitle}</p>}
        </div>
        {actions === undefined ? null : (
          <div className={stackClass({ direction: 'row', gap: 8 })} data-screen-only="">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}
