import { useTranslation } from 'react-i18next'
import type { PackPreview } from '#shared/instruments/packs/index.ts'
import { isPlaceInFile, placeWords, reasonWords } from './pack-words.ts'
import styles from './instruments.module.css'

type Refusal = Extract<PackPreview, { ok: false }>

/** Lists each problem: its place, in words and as in the file, and the reason. */
export function ProblemList({ problems, further }: Pick<Refusal, 'problems' | 'further'>) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={styles['problems']}>
        {problems.map((problem, position) => (
          <li key={`${problem.place} ${problem.reason.code} ${String(position)}`}>
            <strong>{t('packs.place.line', { words: placeWords(t, problem.place) })}</strong>{' '}
            {reasonWords(t, problem.reason)}
            {isPlaceInFile(problem) ? (
              <span className={styles['exact']}>{t('packs.place.exact', { place: problem.place })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {further === 0 ? null : <p>{t('packs.import.further', { count: further })}</p>}
    </>
  )
}
