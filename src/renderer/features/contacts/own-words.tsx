import styles from './contacts.module.css'

/** Words to read aloud, in large type, each with its place. */
export function OwnWords({ words }: { words: readonly string[] }) {
  return (
    <ol className={styles['words']}>
      {words.map((word, index) => (
        // The places never change.
        <li key={index}>
          <span className={styles['place']}>{index + 1}</span> {word}
        </li>
      ))}
    </ol>
  )
}
