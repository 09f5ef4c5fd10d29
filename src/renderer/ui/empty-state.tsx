import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What stands where nothing is yet: one sentence that says what would be here, and one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p>{children}</p>
      {action}
    </div>
  )
}
