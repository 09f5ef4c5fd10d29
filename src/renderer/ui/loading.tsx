import styles from './loading.module.css'

/** Says that work is going on. Appears only after 400 ms, so that it doesn't flash before quick answers. */
export function Loading({ label }: { label: string }) {
  return <output className={styles['loading']}>{label}</output>
}

/** The same in the middle of a window that has nothing else yet. */
export function LoadingWindow({ label }: { label: string }) {
  return (
    <main className={styles['window']}>
      <Loading label={label} />
    </main>
  )
}
