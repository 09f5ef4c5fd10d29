import { useEffect, useRef, type ReactNode } from 'react'
import styles from './hand-over.module.css'

/** One calm screen for the client: where they are, one matter, and the way on always at the bottom. */
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
  /** The title is itself the question of this screen, not what is said above several. */
  isAsked?: boolean
  corner: ReactNode
  foot: ReactNode
  children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [place, title])
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['place']}>{place}</p>
        <div className={styles['corner']}>{corner}</div>
      </header>
      <div className={styles['middle']}>
        <h1
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
      <footer className={styles['foot']}>{foot}</footer>
    </main>
  )
}
