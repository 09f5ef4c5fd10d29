import { useEffect, useRef, type ReactNode } from 'react'
import { focusAnswer } from '#renderer/ui/rating-neighbours.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './hand-over.module.css'

/** The id of the heading, for the questions that it introduces. */
export const titleId = 'client-page-title'

/**
 * One calm screen for the client: progress, one subject, and the button for the next screen always at the bottom.
 *
 * The focus starts at the first question or field, so the keyboard needs no way there; without one, at the heading.
 */
export function ClientPage({
  title,
  place,
  isAsked = false,
  corner,
  foot,
  children,
}: {
  title: string
  /** Such as "2 of 6". */
  place?: string
  /** True if the title is itself this screen's question and not a heading above several. */
  isAsked?: boolean
  corner: ReactNode
  foot: ReactNode
  children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const middle = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const question = middle.current?.querySelector('[data-rating-item]')
    if (question) focusAnswer(question)
    else (middle.current?.querySelector('textarea') ?? heading.current)?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <p className={common['secondary']}>{place}</p>
        <div className={joinClasses(stackClass({ direction: 'row', gap: 8 }), styles['corner'])}>
          {corner}
        </div>
      </header>
      <div ref={middle} className={styles['middle']}>
        <h1
          id={titleId}
          ref={heading}
          tabIndex={-1}
          className={
            place === undefined ? styles['title'] : isAsked ? styles['asked'] : styles['instruction']
          }
        >
          {title}
        </h1>
        {children}
      </div>
      <footer className={joinClasses(common['stickyFoot'], styles['foot'])}>{foot}</footer>
    </main>
  )
}
