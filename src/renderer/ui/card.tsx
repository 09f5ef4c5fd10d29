import { useId } from 'react'
import type { ReactNode, Ref } from 'react'
import { joinClasses } from './join-classes.ts'
import { Stack } from './stack.tsx'
import styles from './card.module.css'

/** A quiet surface for one topic. With a title it is a named section. Never put cards into cards. */
export function Card({
  title,
  titleRef,
  level = 2,
  actions,
  kind = 'surface',
  children,
}: {
  title?: ReactNode
  /** For a card that gives the focus to its title when the button that had it goes away. */
  titleRef?: Ref<HTMLHeadingElement>
  level?: 2 | 3 | 4
  actions?: ReactNode
  /** `sunken` is for secondary content: an aside, an example, a source. */
  kind?: 'surface' | 'sunken'
  children: ReactNode
}) {
  const titleId = useId()
  const Title = `h${level}` as const
  const className = joinClasses(styles['card'], kind === 'sunken' && styles['sunken'])
  if (title === undefined) return <div className={className}>{children}</div>
  return (
    <section className={className} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <Title
          id={titleId}
          className={styles['title']}
          {...(titleRef === undefined ? {} : { ref: titleRef, tabIndex: -1 })}
        >
          {title}
        </Title>
        {actions === undefined ? null : (
          <Stack direction="row" gap={8}>
            {actions}
          </Stack>
        )}
      </div>
      {children}
    </section>
  )
}
