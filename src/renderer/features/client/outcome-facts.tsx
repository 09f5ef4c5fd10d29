import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countsInCourse } from '#shared/records/session.ts'
import { shareOfScoreBefore } from '#shared/analytics/sudden-gains.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { errorRates } from '#shared/prompts/error-rates.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { numberAt } from './outcome-view.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

const first = 'first'

/** Chooses the baseline: the first rating, or another that the therapist gives a reason for. */
export function OutcomeBaseline({ status, overview }: { status: OutcomeStatus; overview: ClientOverview }) {
  const { t } = useTranslation()
  const { client, sessions } = overview
  const choose = useChange('clients.setOutcomeBaseline')
  const ratings = sessions.flatMap(({ id, number, status: attendance }, index) => {
    const value = status.scores[index] ?? null
    return value === null || !countsInCourse(attendance) ? [] : [{ id, number, value }]
  })
  const [start, ...others] = ratings
  if (start === undefined || others.length === 0) return null
  const { baseline } = status
  return (
    <div className={styles['baseline']} data-screen-only="">
      <SelectField
        label={t('outcome.baseline.label')}
        description={t('outcome.baseline.note')}
        placeholder={t('outcome.baseline.placeholder')}
        options={[
          {
            value: first,
            label: t('outcome.baseline.first', { session: start.number, value: start.value }),
          },
          ...others.map(({ id, number, value }) => ({
            value: id,
            label: t('outcome.baseline.session', { session: number, value }),
          })),
        ]}
        value={baseline.isChosen ? (sessions[baseline.session]?.id ?? first) : first}
        onChange={(value) =>
          choose.mutate({
            id: client.id,
            instrumentId: status.instrumentId,
            sessionId: others.find(({ id }) => id === value)?.id ?? null,
          })
        }
      />
      <FailureNotice failure={choose.error} title={t('outcome.baseline.failed')} />
    </div>
  )
}

type Facts = { status: OutcomeStatus; overview: ClientOverview }

/**
 * What one questionnaire's ratings show beside their change: the standing at the cut-off, Attune's own rule and sudden
 * gains. Folded below is what that rests on, each with its source.
 */
export function OutcomeFacts({ status, overview }: Facts) {
  const { t } = useTranslation()
  const { leftOut, suddenGains } = status
  const numbers = leftOut.map((index) => numberAt(overview.sessions, index))
  const standing = standingInWords(status, overview, t)
  return (
    <>
      {standing === null ? null : <p>{standing}</p>}
      <dl className={styles['terms']}>
        <Track status={status} overview={overview} />
        {suddenGains.length === 0 ? null : <Gains status={status} overview={overview} />}
      </dl>
      {numbers.length === 0 ? null : (
        <p className={joinClasses(common['note'], styles['aside'])}>
          {t('outcome.leftOut', { sessions: numbers.join(', '), count: numbers.length })}
        </p>
      )}
      <Disclosure title={t('outcome.basis')} level={4}>
        <OutcomeBasis status={status} overview={overview} />
      </Disclosure>
    </>
  )
}

/** Where the two compared ratings stand at the cut-off; null if there is no cut-off, or nothing to compare. */
function standingInWords(
  { change }: OutcomeStatus,
  { sessions }: ClientOverview,
  t: TFunction,
): string | null {
  const { baseline, current } = change.at
  const value = change.parameters.cutoff
  if (value === null || baseline === null || current === null || change.verdict.cutoff === 'none') return null
  return t(`outcome.standing.${change.verdict.cutoff}`, {
    value,
    from: numberAt(sessions, baseline),
    to: numberAt(sessions, current),
  })
}

function OutcomeBasis({ status, overview }: Facts) {
  const { t } = useTranslation()
  const { threshold, cutoffs, scale, n, suddenGains } = status
  return (
    <dl className={styles['terms']}>
      <dt>{t('outcome.threshold')}</dt>
      <dd>
        {t('outcome.thresholdText', {
          points: threshold.points,
          scale: scale.title,
          source: threshold.source,
        })}
      </dd>
      <ByErrorAlone n={n} points={threshold.points} />
      {cutoffs.map(({ value, meaning, source }) => (
        <Term key={`${String(value)} ${meaning}`} name={t('outcome.cutoff')}>
          {t('outcome.cutoffText', { meaning, source })}
        </Term>
      ))}
      {suddenGains.length === 0 ? <Gains status={status} overview={overview} /> : null}
    </dl>
  )
}

/** How often a client who stays the same would cross the threshold with so many ratings. */
function ByErrorAlone({ n, points }: { n: number; points: number }) {
  const { t } = useTranslation()
  const { beyondReliableChange: rates } = errorRates
  // The next higher number of ratings, so that the share is never put too low.
  const rate = rates.find(({ ratings }) => ratings >= n) ?? rates.at(-1)
  if (n < 2 || rate === undefined) return null
  return <Term name={t('outcome.byError')}>{t('outcome.byErrorText', { ...rate, points })}</Term>
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
