import styles from './loading.module.css'

/** Says that work is going on. It shows itself only after 400 ms, so that quick answers don't flash. */
export function Loading({ label }: { label: string }) {
  return <output className={styles['loading']}>{label}</output>
}
