import { useMemo, useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { flushSync } from 'react-dom'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { unpackOverview, type PackedOverview } from '#shared/overview/packed-overview.ts'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { AfterPaint } from '#renderer/ui/after-paint.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { ComparisonCard } from './comparison-card.tsx'
import { CongruenceCard } from './congruence-card.tsx'
import { EpisodesCard } from './episodes-card.tsx'
import { episodeViews, type EpisodeView } from './episode-view.ts'
import { LevelCard } from './level-card.tsx'
import { measureName, measuresOf } from './measures.ts'
import { OutcomeCard } from './outcome-card.tsx'
import { pastOf, type Past } from './past-sessions.ts'
import { attendanceOf } from './session-extent.ts'
import { SessionsCard } from './sessions-card.tsx'
import { trajectoryView } from './trajectory-view.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

/** The client's page, once all of its data is loaded. */
export function ClientPage({ packed }: { packed: PackedOverview }) {
  const { t } = useTranslation()
  const overview = useMemo(() => unpackOverview(packed), [packed])
  const { client, sessions, prompts } = overview
  useNoteOpenClient(client.id)
  const past = useMemo(() => pastOf(overview), [overview])
  const views = useMemo(() => episodeViews(past), [past])
  return (
    <Page
      title={client.code}
      width="wide"
      subtitle={<ClientFacts overview={overview} />}
      actions={
        <>
          <Link to="/clients/$clientId/edit" params={{ clientId: client.id }} className={buttonClass()}>
            <Icon name="pencil" />
            {t('client.edit')}
          </Link>
          {past.sessions.length === 0 ? null : <LogLink overview={overview} />}
        </>
      }
    >
      <PrintedLine code={client.code} />
      <RiskNotice risks={overview.risks} links="session" />
      {client.notes === '' ? null : (
        <div data-screen-only="">
          <Disclosure title={t('client.notes')} level={2}>
            <p className={common['typedText']}>{client.notes}</p>
          </Disclosure>
        </div>
      )}
      {past.sessions.length === 0 ? (
        <EmptyState action={<LogLink overview={overview} />}>{t('client.none')}</EmptyState>
      ) : (
        <>
          <CourseCard past={past} views={views} />
          <PromptList
            prompts={prompts}
            clientId={client.id}
            none={t(client.status === 'ended' ? 'prompts.ended' : 'prompts.none')}
          >
            <AfterPaint>
              <RulesOffLine about="client" />
              <PromptHistory clientId={client.id} />
            </AfterPaint>
          </PromptList>
          <AfterPaint>
            {overview.outcomes.map((status) => (
              <OutcomeCard key={status.instrumentId} status={status} overview={overview} />
            ))}
            <div className={styles['pair']}>
              <div className={styles['column']}>
                <EpisodesCard past={past} views={views} />
                <LevelCard past={past} />
              </div>
              <div className={styles['column']}>
                <ComparisonCard past={past} views={views} />
                <CongruenceCard overview={overview} />
              </div>
            </div>
          </AfterPaint>
        </>
      )}
      {sessions.length === 0 ? null : (
        <AfterPaint>
          <SessionsCard overview={overview} />
        </AfterPaint>
      )}
    </Page>
  )
}

function LogLink({ overview: { client, sessions } }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  return (
    <Link
      to="/log/new/$clientId"
      params={{ clientId: client.id }}
      className={buttonClass({ kind: 'primary' })}
    >
      <Icon name="plus" />
      {t(sessions.length === 0 ? 'client.logFirst' : 'client.logSession')}
    </Link>
  )
}

function ClientFacts({ overview: { client, sessions } }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  const { held, missed } = attendanceOf(sessions)
  const words = [
    t(`client.status.${client.status}`),
    ...(client.therapyType === '' ? [] : [client.therapyType]),
    t('client.since', { date: new Date(client.startedOn) }),
    t('client.sessionCount', { count: held }),
    ...(missed === 0 ? [] : [t('client.missedCount', { count: missed })]),
  ]
  return (
    <span>
      {client.isFictional ? (
        <span className={styles['factTag']}>
          <FictionalTag isFictional />
        </span>
      ) : null}
      {words.join(' · ')}
    </span>
  )
}

/** Printed only: whose page this is, and the day of printing. */
function PrintedLine({ code }: { code: string }) {
  const { t } = useTranslation()
  const [date, setDate] = useState(() => new Date())
  useEffect(() => {
    // The page may be open since yesterday, and the browser lays out the paper as soon as this returns.
    const onBeforePrint = () => flushSync(() => setDate(new Date()))
    window.addEventListener('beforeprint', onBeforePrint)
    return () => window.removeEventListener('beforeprint', onBeforePrint)
  }, [])
  return <p className={styles['paperOnly']}>{t('client.printed', { code, date })}</p>
}

/** The course of one rating; the one that leads the page unless the user chooses another. */
function CourseCard({ past, views }: { past: Past; views: readonly EpisodeView[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const measures = useMemo(() => measuresOf(past), [past])
  const series = measures.find(({ id }) => id === chosen) ?? measures[0]
  const view = useMemo(
    () => (series === undefined ? null : trajectoryView(past, views, series, t)),
    [past, views, series, t],
  )
  if (series === undefined || view === null) return null
  const { isNearCeiling, ...chart } = view
  const isLead = series.id === past.lead.client?.id
  const isOwn = fallParameters.some((name) => past.changedParameters.includes(name))
  const notes = [
    ...(isNearCeiling ? [t('client.course.nearCeiling')] : []),
    ...(chart.reported.length === 0 ? [] : [t('client.course.flags')]),
    ...(isLead && views.length > 0 ? [t('client.course.letters')] : []),
    ...(isLead && isOwn ? [t('client.ownSettings')] : []),
  ]
  return (
    <Card title={t('client.course.title')}>
      <div data-screen-only="">
        <ChoiceGroup
          label={t('client.course.choice')}
          options={measures.map((each) => ({ value: each.id, label: measureName(each, t) }))}
          value={series.id}
          onChange={setChosen}
        />
      </div>
      <TrajectoryChart {...chart} />
      {notes.length === 0 ? null : (
        <p className={joinClasses(common['note'], styles['aside'])}>{notes.join(' ')}</p>
      )}
    </Card>
  )
}
