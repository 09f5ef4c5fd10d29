import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** The placeholder of an empty screen: one sentence about what would be here, and one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p>{children}</p>
      {action}
    </div>
  )
}
