import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shareOfScoreBefore } from '#shared/analytics/sudden-gains.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { numberAt } from './outcome-view.ts'
import styles from './client.module.css'

type Facts = { status: OutcomeStatus; overview: ClientOverview }

/** The basis of one questionnaire's verdict: threshold, cut-offs and Attune's own rule, each with its source. */
export function OutcomeFacts({ status, overview }: Facts) {
  const { t } = useTranslation()
  const { threshold, cutoffs, scale, change, leftOut } = status
  const { sessions } = overview
  const numbers = leftOut.map((index) => numberAt(sessions, index))
  const { baseline, current } = change.at
  const judgedBy = change.parameters.cutoff
  return (
    <>
      <dl className={styles['terms']}>
        <dt>{t('outcome.threshold')}</dt>
        <dd>
          {t('outcome.thresholdText', {
            points: threshold.points,
            scale: scale.title,
            source: threshold.source,
          })}
        </dd>
        {cutoffs.map(({ value, meaning, source }) => (
          <Term key={`${String(value)} ${meaning}`} name={t('outcome.cutoff')}>
            {t('outcome.cutoffText', { meaning, source })}{' '}
            {value !== judgedBy || baseline === null || current === null || change.verdict.cutoff === 'none'
              ? null
              : t(`outcome.standing.${change.verdict.cutoff}`, {
                  value,
                  from: numberAt(sessions, baseline),
                  to: numberAt(sessions, current),
                })}
          </Term>
        ))}
        <Track status={status} overview={overview} />
        <Gains status={status} overview={overview} />
      </dl>
      {numbers.length === 0 ? null : (
        <p className={styles['aside']}>
          {t('outcome.leftOut', { sessions: numbers.join(', '), count: numbers.length })}
        </p>
      )}
    </>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Track({ status: { track }, overview }: Facts) {
  const { t } = useTranslation()
  if (track === null) return null
  const { reliableChange, cutoff, judgedFromSession, littleGained } = track.parameters
  const isOwn = overview.changedParameters.some((name) => name === 'trackSession' || name === 'trackShare')
  const numbers = {
    points: reliableChange,
    cutoff,
    judgedFrom: judgedFromSession,
    share: littleGained,
    n: track.n,
    from: track.at.baseline === null ? 0 : numberAt(overview.sessions, track.at.baseline),
  }
  return (
    <Term name={t('outcome.track')}>
      {t(`outcome.trackText.${track.verdict}`, numbers)}
      {isOwn ? ` ${t('outcome.ownSettings')}` : null}
      <Disclosure title={t('outcome.howFound')} level={4}>
        <p>{t('outcome.trackRule', numbers)}</p>
      </Disclosure>
    </Term>
  )
}

function Gains({ status, overview }: Facts) {
  const { t } = useTranslation()
  const { suddenGains: gains, scale, n, threshold } = status
  if (scale.direction !== 'lower-is-better') return null
  const isOwn = overview.changedParameters.includes('suddenGainChanges')
  return (
    <Term name={t('outcome.gains')}>
      {gains.length === 0 ? t('outcome.noGains', { n }) : null}
      {gains.map(({ at, values }) => (
        <p key={at.gain}>
          {t('outcome.gain', {
            before: values.scoreBefore,
            after: values.scoreAfter,
            size: values.size,
            session: numberAt(overview.sessions, at.gain),
          })}{' '}
          {t('outcome.gainNumbers', { ...values, degrees: values.degreesOfFreedom })}
        </p>
      ))}
      {isOwn ? ` ${t('outcome.ownSettings')}` : null}
      <Disclosure title={t('outcome.howFound')} level={4}>
        <p>
          {t('outcome.gainRule', {
            threshold: threshold.points * overview.parameters.suddenGainChanges,
            share: shareOfScoreBefore,
          })}
        </p>
      </Disclosure>
    </Term>
  )
}
