import styles from './key-hint.module.css'

/** Keys to press, drawn one by one. The caller gives the names that fit the system ("Ctrl" or "Cmd"). */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles['keys']}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
