import { useTranslation } from 'react-i18next'
import type { Today } from '#shared/overview/today.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import { TodayRow } from './today-row.tsx'
import styles from './today.module.css'

/** Lists unrepaired falls with their numbers, and noted ruptures. */
export function OpenEpisodes({ episodes, notes }: Pick<Today, 'episodes' | 'notes'>) {
  const { t } = useTranslation()
  return (
    <Card title={t('today.open.title')}>
      {episodes.length + notes.length === 0 ? (
        <p className={common['muted']}>{t('today.open.none')}</p>
      ) : (
        <>
          <p className={common['muted']}>{t('today.open.explanation')}</p>
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
            {notes.map((note) => (
              <TodayRow
                key={`${note.clientId} noted`}
                client={note}
                tags={
                  note.resolution === null ? null : (
                    <Tag kind={note.resolution === 'partly' ? 'repair' : 'rupture'}>
                      {t(`today.open.resolution.${note.resolution}`)}
                    </Tag>
                  )
                }
              >
                {t(`today.open.noted.${kindOf(note)}`, { number: note.number })}
                {note.resolution === null ? ` ${t('today.open.notSaid')}` : null}
              </TodayRow>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function kindOf({ isWithdrawal, isConfrontation }: Today['notes'][number]) {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}
