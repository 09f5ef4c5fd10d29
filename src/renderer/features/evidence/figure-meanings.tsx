import { useTranslation } from 'react-i18next'
import type { Effect } from '#shared/evidence/effect.ts'
import { statisticSchema } from '#shared/evidence/effect.ts'
import styles from './article.module.css'

/** Explains each kind of figure in these findings; shares and counts need no explanation. */
export function FigureMeanings({ effects }: { effects: readonly Effect[] }) {
  const { t } = useTranslation()
  const used = statisticSchema.options.filter((statistic) =>
    effects.some((effect) => effect.statistic === statistic),
  )
  return (
    <ul className={styles['meanings']}>
      {used.map((statistic) =>
        statistic === 'percent' || statistic === 'count' ? null : (
          <li key={statistic}>{t(`evidence.meaning.${statistic}`)}</li>
        ),
      )}
      {effects.some(({ ci }) => ci !== undefined) ? <li>{t('evidence.meaning.interval')}</li> : null}
      {effects.some(({ t: tValue }) => tValue !== undefined) ? <li>{t('evidence.meaning.t')}</li> : null}
      {effects.some(({ p }) => p !== undefined) ? <li>{t('evidence.meaning.p')}</li> : null}
    </ul>
  )
}
