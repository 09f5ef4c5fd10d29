import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { leftOpenBefore } from './left-open.ts'
import styles from './log-session.module.css'

/** Lists open matters from earlier sessions with their source; renders nothing if there are none. */
export function LeftOpenCard({ log: { session } }: { log: SessionLog }) {
  const { t } = useTranslation()
  const { clientId } = session
  const overview = useAsk('clients.overview', { id: clientId })
  if (overview.isError) return <p>{t('logSession.leftOpen.failed')}</p>
  if (!overview.data) return null
  const { falls, noted } = leftOpenBefore(session.number, overview.data)
  if (falls.length === 0 && !noted) return null
  const numbers = [...falls.map(({ number }) => number), ...(noted ? [noted.number] : [])]
  const isFromLastTime = numbers.every((number) => number === session.number - 1)
  return (
    <Card
      kind="sunken"
      title={isFromLastTime ? t('logSession.leftOpen.title') : t('logSession.leftOpen.titleEarlier')}
      actions={
        <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass({ kind: 'quiet' })}>
          {t('logSession.save.toClient', { code: overview.data.client.code })}
        </Link>
      }
    >
      <ul className={styles['leftOpen']}>
        {falls.map(({ number, score, usual, state }) => (
          <li key={number}>
            {t(`logSession.leftOpen.${state === 'open' ? 'open' : 'unrepaired'}`, { number, score, usual })}
          </li>
        ))}
        {noted ? (
          <li>
            {t('logSession.leftOpen.noted', {
              number: noted.number,
              kind: t(`logSession.leftOpen.kinds.${kindOf(noted.note)}`),
              standing: t(`logSession.leftOpen.standings.${standingOf(noted.note)}`),
            })}
            {noted.note.note === '' ? null : <q className={styles['ownWords']}>{noted.note.note}</q>}
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

function kindOf({ isWithdrawal, isConfrontation }: RuptureNote) {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}

const standingOf = ({ resolution }: RuptureNote) =>
  resolution === 'partly' || resolution === 'unresolved' ? resolution : 'notSaid'
