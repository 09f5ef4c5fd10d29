import { useTranslation } from 'react-i18next'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { isCancelledInTime, isMissed } from '#shared/records/session.ts'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { hasClientAnswers } from '../client-responses.ts'
import type { FindInstrument } from '../use-instruments.ts'
import { sessionScores, type SessionScore } from './session-scores.ts'
import common from '#renderer/ui/common.module.css'
import styles from './reading.module.css'

/** Every score of the session in a row, or why there is none. */
export function ScoresCard({ stored, find }: { stored: StoredSessionLog; find: FindInstrument }) {
  const { t } = useTranslation()
  const scores = sessionScores(stored, find)
  const { status } = stored.session
  const isDue = status === 'held'
  const isClientMissing = isDue && !stored.hasHiddenEmotions && !hasClientAnswers(stored)
  const nothing = isMissed(status) || isCancelledInTime(status) ? 'missed' : isDue ? 'none' : 'notYet'
  return (
    <Card title={t('reading.scores.title')}>
      {scores.length === 0 ? (
        <p className={common['muted']}>{t(`reading.scores.${nothing}`)}</p>
      ) : (
        <dl className={styles['scores']}>
          {scores.map((score) => (
            <Score key={score.id} score={score} />
          ))}
        </dl>
      )}
      {isClientMissing && scores.length > 0 ? (
        <p className={common['muted']}>{t('reading.scores.clientNone')}</p>
      ) : null}
    </Card>
  )
}

function Score({
  score: { title, rater, minimum, maximum, before, value, answered, items, isOnlyBefore },
}: {
  score: SessionScore
}) {
  const { t } = useTranslation()
  const words =
    isOnlyBefore && before !== null
      ? t('reading.scores.onlyBefore', { before })
      : value === null
        ? null
        : before === null
          ? t('reading.scores.value', { value })
          : t('reading.scores.beforeAfter', { before, after: value })
  const range =
    minimum === 0 ? t('reading.scores.of', { maximum }) : t('reading.scores.from', { minimum, maximum })
  return (
    <div className={styles['score']} data-rater={rater}>
      <dt>
        {title} <span className={common['muted']}>{t(`reading.scores.${rater}`)}</span>
      </dt>
      <dd>
        {words === null ? (
          <span className={common['muted']}>{t('reading.scores.noScore', { answered, items })}</span>
        ) : (
          <>
            <span className={styles['value']}>{words}</span>{' '}
            <span className={joinClasses(common['note'], common['oneLine'])}>{range}</span>
          </>
        )}
      </dd>
    </div>
  )
}
