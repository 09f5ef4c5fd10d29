import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { leadCourse } from '#shared/overview/build-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { Course } from '#shared/overview/explain-course.ts'
import type { CongruencePair } from '#renderer/parts/charts/congruence-plot-spots.ts'
import { CongruencePlot } from '#renderer/parts/charts/congruence-plot.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { OwnSettings } from './own-settings.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

const congruenceParameters = ['congruencePairs'] as const

type Explained = NonNullable<Course['congruence']>

/** One comparison: what it is called, and what was found. */
interface Part {
  readonly id: string
  readonly title: string
  readonly kind: 'alliance' | 'guess'
  readonly isSameMetric: boolean
  readonly found: Explained
}

/**
 * Compares the therapist's ratings and guesses with the client's: direction and level, each in a sentence. Shows nothing
 * before one of the comparisons has enough sessions.
 */
export function CongruenceCard({ overview }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  const parts = useMemo(() => partsOf(overview, t), [overview, t])
  const lead = leadCourse(overview)
  const pairs = useMemo(() => leadPairs(overview), [overview])
  const scale = overview.series.find(({ id }) => id === lead?.client)
  const hidden = overview.sessions.filter(({ hasHiddenEmotions }) => hasHiddenEmotions).length
  if (parts.every(({ found }) => found.values === null)) return null
  return (
    <Card title={t('client.congruence.title')}>
      {lead !== null && lead.congruence === null ? <p>{t('client.congruence.noForm')}</p> : null}
      {parts.map((part) => (
        <div key={part.id}>
          <h3 className={common['bodySize']}>{part.title}</h3>
          <p>{part.found.values === null ? missingInWords(part, t) : foundInWords(part, t)}</p>
        </div>
      ))}
      {hidden === 0 ? null : (
        <p className={joinClasses(common['note'], styles['aside'])}>
          {t('client.congruence.hidden', { count: hidden })}
        </p>
      )}
      <OwnSettings changed={overview.changedParameters} of={congruenceParameters} />
      <Disclosure title={t('client.congruence.howFound')}>
        <p>{t('client.congruence.explanation', { needed: overview.parameters.congruencePairs })}</p>
        <ul className={styles['numbers']}>
          {parts.map(({ id, title, found }) =>
            found.values === null ? null : (
              <li key={id}>{figuresInWords(title, found.values, found.n, t)}</li>
            ),
          )}
        </ul>
        {scale === undefined || lead?.isSameMetric !== true || lead.congruence?.values == null ? null : (
          <CongruencePlot
            title={t('client.congruence.plot')}
            sentence={t('client.congruence.plotSentence', { count: pairs.length })}
            pairs={pairs}
            headingLevel={3}
            scaleBottom={scale.minimum}
            scaleTop={scale.maximum}
          />
        )}
      </Disclosure>
    </Card>
  )
}

/** The comparisons of a client's page: the alliance that leads it, then the guesses of emotions. */
function partsOf({ courses, series, lead }: ClientOverview, t: TFunction): Part[] {
  return courses.flatMap(({ client, congruence, isSameMetric }): Part[] => {
    const of = series.find(({ id }) => id === client)
    const isEmotion = of?.construct === 'emotions'
    if (!of || congruence === null || (client !== lead && !isEmotion)) return []
    const own = emotionTitles.find((scaleId) => scaleId === of.scaleId)
    const title = !isEmotion
      ? t('client.congruence.alliance')
      : own !== undefined && of.instrumentId === ownInstruments.emotionsClient
        ? t(`client.congruence.${own}`)
        : of.title
    return [{ id: client, title, kind: isEmotion ? 'guess' : 'alliance', isSameMetric, found: congruence }]
  })
}

/** The scales of Attune's own form of emotions that have words of their own. */
const emotionTitles = ['negative', 'positive'] as const

/** The sessions in which both rated the series that leads the page. */
function leadPairs(overview: ClientOverview): CongruencePair[] {
  const lead = leadCourse(overview)
  const used = new Set(lead?.congruence?.sessions)
  if (lead === null || lead.therapist === null) return []
  const { client: clientId, therapist: therapistId } = lead
  return overview.sessions.flatMap(({ number, date, scores }) => {
    const client = scores[clientId]
    const therapist = scores[therapistId]
    return used.has(number) && client !== undefined && therapist !== undefined
      ? [{ number, date, client, therapist }]
      : []
  })
}

function missingInWords({ found, kind }: Part, t: TFunction): string {
  const { n, verdict, parameters } = found
  if (verdict === 'no-variation') return t('client.congruence.unvarying', { count: n })
  return t(`client.congruence.needs.${kind}`, { needed: parameters.minimumPairs, count: n })
}

// A figure that rounds to zero at the digits shown counts as zero.
const isNothing = (value: number) => Math.abs(value) < 0.05

function foundInWords({ found: { values, n } }: Part, t: TFunction): string {
  const from = t('client.congruence.from', { count: n })
  if (values === null) return from
  const { tracking, directionalDiscrepancy: discrepancy, correlation } = values
  if (tracking === null || discrepancy === null) {
    const together = isNothing(correlation) ? 'not' : correlation > 0 ? 'together' : 'apart'
    return [t(`client.congruence.metrics.${together}`, { correlation }), from].join(' ')
  }
  const moves = isNothing(tracking)
    ? t('client.congruence.movesNot')
    : t(tracking > 0 ? 'client.congruence.moves' : 'client.congruence.movesAgainst', {
        value: Math.abs(tracking),
      })
  const level = isNothing(discrepancy)
    ? t('client.congruence.same')
    : t(discrepancy > 0 ? 'client.congruence.higher' : 'client.congruence.lower', {
        value: Math.abs(discrepancy),
      })
  return [moves, level, from].join(' ')
}

function figuresInWords(
  of: string,
  values: NonNullable<Explained['values']>,
  pairs: number,
  t: TFunction,
): string {
  const {
    tracking,
    directionalDiscrepancy: discrepancy,
    meanAbsoluteDifference: distance,
    correlation,
  } = values
  if (tracking === null || discrepancy === null || distance === null)
    return t('client.congruence.onlyCorrelation', { of, correlation, pairs })
  return t('client.congruence.figures', { of, tracking, discrepancy, correlation, distance, pairs })
}
