import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { ScoreKey } from '#shared/records/score-key.ts'
import type { CongruencePair } from '#renderer/parts/charts/congruence-plot-spots.ts'
import { CongruencePlot } from '#renderer/parts/charts/congruence-plot.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { OwnSettings } from './own-settings.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

type Part = 'alliance' | 'negative' | 'positive'
const congruenceParameters = ['congruencePairs'] as const

type Found = ClientOverview['allianceCongruence']

const keys: Readonly<Record<Part, readonly [client: ScoreKey, therapist: ScoreKey]>> = {
  alliance: ['client.alliance', 'therapist.alliance'],
  negative: ['client.negative', 'therapist.guess-negative'],
  positive: ['client.positive', 'therapist.guess-positive'],
}

/** Compares the therapist's ratings and guesses with the client's: direction and level, each in a sentence. */
export function CongruenceCard({ overview }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  const parts: { part: Part; found: Found }[] = [
    { part: 'alliance', found: overview.allianceCongruence },
    { part: 'negative', found: overview.negativeEmotionAccuracy },
    { part: 'positive', found: overview.positiveEmotionAccuracy },
  ]
  const pairs = useMemo(() => alliancePairs(overview), [overview])
  const hidden = overview.sessions.filter(({ hasHiddenEmotions }) => hasHiddenEmotions).length
  return (
    <Card title={t('client.congruence.title')}>
      {parts.map(({ part, found }) => (
        <div key={part}>
          <h3 className={common['bodySize']}>{t(`client.congruence.${part}`)}</h3>
          <p>{found === null ? missingInWords(overview, part, t) : foundInWords(found, t)}</p>
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
          {parts.map(({ part, found }) =>
            found === null ? null : (
              <li key={part}>
                {t('client.congruence.figures', {
                  of: t(`client.congruence.of.${part}`),
                  tracking: found.tracking,
                  discrepancy: found.directionalDiscrepancy,
                  correlation: found.correlation,
                  distance: found.meanAbsoluteDifference,
                  pairs: found.pairs,
                })}
              </li>
            ),
          )}
        </ul>
        {overview.allianceCongruence === null ? null : (
          <CongruencePlot
            title={t('client.congruence.plot')}
            sentence={t('client.congruence.plotSentence', { count: pairs.length })}
            pairs={pairs}
            headingLevel={3}
          />
        )}
      </Disclosure>
    </Card>
  )
}

/** The sessions in which both rated the alliance. */
function alliancePairs({ sessions }: ClientOverview): CongruencePair[] {
  return sessions.flatMap(({ number, date, status, scores }) => {
    const client = scores['client.alliance']
    const therapist = scores['therapist.alliance']
    const isPair = status !== 'planned' && client !== undefined && therapist !== undefined
    return isPair ? [{ number, date, client, therapist }] : []
  })
}

function missingInWords({ sessions, parameters }: ClientOverview, part: Part, t: TFunction): string {
  const [client, therapist] = keys[part]
  const pairs = sessions.filter(
    ({ status, scores }) =>
      status !== 'planned' && scores[client] !== undefined && scores[therapist] !== undefined,
  ).length
  if (pairs >= parameters.congruencePairs) return t('client.congruence.unvarying', { count: pairs })
  return t(`client.congruence.needs.${part === 'alliance' ? 'alliance' : 'guess'}`, {
    needed: parameters.congruencePairs,
    count: pairs,
  })
}

function foundInWords(found: NonNullable<Found>, t: TFunction): string {
  const { tracking, directionalDiscrepancy: discrepancy, pairs } = found
  // A difference that rounds to zero at the digits shown counts as zero.
  const isNothing = (value: number) => Math.abs(value) < 0.05
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
  return [moves, level, t('client.congruence.from', { count: pairs })].join(' ')
}
