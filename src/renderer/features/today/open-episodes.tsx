import { useTranslation } from 'react-i18next'
import type { Today } from '#shared/overview/today.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TodayRow } from './today-row.tsx'
import styles from './today.module.css'

/** The falls that wait to be mended, each with the numbers it was found by. */
export function OpenEpisodes({ episodes }: { episodes: Today['episodes'] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('today.open.title')}>
      {episodes.length === 0 ? (
        <p className={styles['none']}>{t('today.open.none')}</p>
      ) : (
        <>
          <p className={styles['none']}>{t('today.open.explanation')}</p>
          <ul className={styles['rows']}>
            {episodes.map((episode) => (
              <TodayRow
                key={episode.clientId}
                client={episode}
                tags={<Tag kind="rupture">{t(`today.open.state.${episode.state}`)}</Tag>}
              >
                {t('today.open.fell', {
                  score: t('today.score', { score: episode.troughScore }),
                  number: episode.troughNumber,
                  usual: t('today.score', { score: episode.reference }),
                  count: episode.ratings,
                })}
              </TodayRow>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
