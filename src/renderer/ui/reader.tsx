import type { ReactNode } from 'react'
import styles from './reader.module.css'

/** Long text set for reading: the book face, lines of about 66 characters. */
export function Reader({ children }: { children: ReactNode }) {
  return <div className={styles['reader']}>{children}</div>
}
