import { useState } from 'react'
import type { TFunction } from 'i18next'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { measureFacts, type Practice, type PracticeMeasure } from '#shared/practice/practice.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { MeasureFigure } from '#renderer/parts/practice/measure-figure.tsx'
import { spanOf, type PeriodKind } from '#renderer/parts/practice/periods.ts'
import { ForesightCard } from './foresight-card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './practice.module.css'

/** The therapist's own practice over the years: counts and intervals, for the therapist alone. */
export function PracticeScreen() {
  const { t } = useTranslation()
  const practice = useAsk('practice.get')
  return (
    <Page
      title={t('practice.title')}
      subtitle={practice.data && practice.data.clients > 0 ? leadInWords(practice.data, t) : undefined}
    >
      <Loaded query={practice} loading={t('practice.loading')}>
        {(found) => (found.clients === 0 ? <NothingYet /> : <PracticeOverTime practice={found} />)}
      </Loaded>
      <ForesightCard />
    </Page>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  return (
    <EmptyState
      action={
        isReadOnly ? null : (
          <Link to="/log" className={buttonClass({ kind: 'primary' })}>
            {t('practice.logFirst')}
          </Link>
        )
      }
    >
      {t('practice.none')}
    </EmptyState>
  )
}

const groups = {
  ruptures: ['ruptures', 'noted', 'repaired', 'sessionsToRepair'],
  completion: ['completion'],
  congruence: ['difference', 'distance', 'guesses'],
} as const satisfies Record<string, readonly PracticeMeasure[]>

const groupNames = [
  'ruptures',
  'completion',
  'congruence',
] as const satisfies readonly (keyof typeof groups)[]

const explanations = ['ruptures', 'noted', 'repaired', 'points', 'intervals', 'silent'] as const

/** The fewest units and clients that the explanation names. */
const leastCounts = {
  sessions: measureFacts.completion.leastUnits,
  clients: measureFacts.completion.leastClients,
  rated: measureFacts.ruptures.leastUnits,
  ruptures: measureFacts.repaired.leastUnits,
}

function PracticeOverTime({ practice }: { practice: Practice }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<PeriodKind>('year')
  const { measures, basis, hasOwnRule } = practice
  const hasQuarters = Object.values(measures).some(({ quarters }) =>
    quarters.some(({ interval }) => interval !== null),
  )
  const shown = hasQuarters ? kind : 'year'
  return (
    <>
      {basis === 'own' ? null : (
        <Banner kind="sample" title={t('practice.fictional.title')}>
          {t('practice.fictional.text')}
        </Banner>
      )}
      <div className={styles['choice']}>
        {hasQuarters ? (
          <div data-screen-only="">
            <ChoiceGroup
              label={t('practice.by.label')}
              options={(['year', 'quarter'] as const).map((value) => ({
                value,
                label: t(`practice.by.${value}`),
              }))}
              value={kind}
              onChange={(next) => setKind(next ?? 'year')}
            />
          </div>
        ) : null}
        <p className={common['note']}>{t('practice.caution')}</p>
      </div>
      {groupNames.map((group) => (
        <Card key={group} title={t(`practice.group.${group}`)}>
          {group === 'ruptures' && hasOwnRule ? (
            <p className={common['note']}>{t('practice.ownRule')}</p>
          ) : null}
          <div className={styles['figures']}>
            {groups[group].map((measure) => (
              <MeasureFigure
                key={measure}
                title={t(`practice.measure.${measure}`)}
                measure={measure}
                overTime={measures[measure]}
                kind={shown}
                isFictional={basis === 'fictional'}
              />
            ))}
          </div>
        </Card>
      ))}
      <Card kind="sunken">
        <Disclosure title={t('practice.how.title')} level={2}>
          <ul className={common['bullets']}>
            {explanations.map((explanation) => (
              <li key={explanation}>{t(`practice.how.${explanation}`, leastCounts)}</li>
            ))}
          </ul>
        </Disclosure>
      </Card>
    </>
  )
}

/** The counts behind everything else, to be read in five seconds. */
function leadInWords({ clients, sessionsHeld, measures }: Practice, t: TFunction): string {
  const span = spanOf(Object.values(measures))
  const { noted, repaired } = measures
  return t('practice.lead', {
    clients: t('practice.clients', { count: clients }),
    sessions: t('practice.held', { count: sessionsHeld }),
    span: span === null ? '' : t(`practice.span.${span.first === span.last ? 'one' : 'several'}`, span),
    ruptures:
      noted.whole.n === 0
        ? t('practice.noRupture')
        : t('practice.ruptures', {
            ruptures: t('practice.units.noted', { count: noted.whole.n }),
            noted: noted.whole.count ?? 0,
            repaired: repaired.whole.count ?? 0,
          }),
  })
}
