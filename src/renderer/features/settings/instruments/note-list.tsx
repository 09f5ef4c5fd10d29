import { useTranslation } from 'react-i18next'
import type { PackNote } from '#shared/instruments/packs/index.ts'
import { placeWords } from './pack-words.ts'
import styles from './instruments.module.css'

/** Lists what the import left out or changed; renders nothing if there is nothing. */
export function NoteList({ notes }: { notes: readonly PackNote[] }) {
  const { t } = useTranslation()
  if (notes.length === 0) return null
  return (
    <div>
      <h4>{t('packs.import.notes')}</h4>
      <ul className={styles['problems']}>
        {notes.map(({ place, code }, position) => (
          <li key={`${place} ${code} ${String(position)}`}>
            <strong>{t('packs.place.line', { words: placeWords(t, place) })}</strong>{' '}
            {t(`packs.note.${code}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
