import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import type { BundledSession } from '#shared/review/bundled-course.ts'
import { sessionDayInWords } from '#renderer/parts/charts/session-day.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { CommentButton } from '../replies/comment-button.tsx'
import { kindOfRupture } from '#shared/records/rupture-note.ts'

/** What was shared of single sessions beside their ratings, the newest first. */
export function SessionsCard({
  content: { sessions, closings = [] },
  onComment,
}: Pick<ReviewedClient, 'content'> & { onComment: (about: CommentPlace) => void }) {
  const { t } = useTranslation()
  const closed = new Set(closings.map(({ session }) => session))
  const told = sessions.filter((session) => hasMore(session) || closed.has(session.number)).toReversed()
  return (
    <Card title={t('review.sessions.title')}>
      {told.length === 0 ? (
        <p className={common['note']}>{t('review.sessions.nothing')}</p>
      ) : (
        <ul className={common['divided']}>
          {told.map((session) => (
            <li key={session.number} className={stackClass({ gap: 4 })}>
              <h3>
                {t('review.sessions.session', {
                  number: session.number,
                  when: sessionDayInWords(session, t),
                })}
                {session.status === 'held' ? null : `, ${t(`review.sessions.status.${session.status}`)}`}
              </h3>
              {session.rupture === null ? null : <p>{ruptureInWords(session.rupture, t)}</p>}
              {closed.has(session.number) ? <p>{t('review.sessions.closed')}</p> : null}
              {session.notes === null || session.notes === '' ? null : (
                <Told title={t('review.sessions.notes')} texts={[session.notes]} />
              )}
              {session.words === null || session.words.length === 0 ? null : (
                <Told title={t('review.sessions.words')} texts={session.words} />
              )}
              <CommentButton about={{ kind: 'session', session: session.number }} onComment={onComment} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function hasMore({ status, rupture, notes, words }: BundledSession): boolean {
  const isTold = (notes !== null && notes !== '') || (words !== null && words.length > 0)
  return rupture !== null || isTold || status !== 'held'
}

/** Typed text, shown as it was typed. */
function Told({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <div>
      <p className={common['note']}>{title}</p>
      {texts.map((text) => (
        <p key={text} className={common['typedText']}>
          {text}
        </p>
      ))}
    </div>
  )
}

function ruptureInWords(rupture: NonNullable<BundledSession['rupture']>, t: TFunction): string {
  const { seenBy, intensity, resolution, tried } = rupture
  const facts = [
    t(`review.sessions.rupture.${kindOfRupture(rupture)}`),
    t(`review.sessions.seenBy.${seenBy}`),
    ...(intensity === null ? [] : [t('review.sessions.intensity', { intensity })]),
    ...(resolution === null ? [] : [t(`review.sessions.resolution.${resolution}`)]),
  ]
  const strategies = tried.map((each) => t(`logSession.rupture.strategies.${each}`))
  const said = `${facts.join(', ')}.`
  return strategies.length === 0 ? said : `${said} ${t('review.sessions.tried', { tried: strategies })}`
}
