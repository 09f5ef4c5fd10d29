import type { ReactNode } from 'react'
import styles from './reader.module.css'

/** Long text for reading: in the book face, with lines of about 66 characters. */
export function Reader({ children }: { children: ReactNode }) {
  return <div className={styles['reader']}>{children}</div>
}
