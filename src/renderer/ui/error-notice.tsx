import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './error-notice.module.css'

/** Says what failed, what that means for the person's data, and what to do. Read aloud when it appears. */
export function ErrorNotice({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles['notice']} role="alert">
      <Icon name="caution" size={24} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children === undefined ? null : <div>{children}</div>}
        {action === undefined ? null : <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  )
}
