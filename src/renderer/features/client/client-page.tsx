import { useCallback, useMemo, useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { flushSync } from 'react-dom'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { lastSaid, openMatters, type OpenMatter } from '#shared/overview/open-matters.ts'
import { unpackOverview, type PackedOverview } from '#shared/overview/packed-overview.ts'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { OwnWords } from '#shared/records/own-words.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { ChartSubjectContext } from '#renderer/parts/charts/chart-subject.ts'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { OpenMattersCard } from '#renderer/parts/repairs/open-matters-card.tsx'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { sessionOf } from '#renderer/parts/replies/comment-words.ts'
import { SupervisorCommentsCard } from '#renderer/parts/replies/supervisor-comments-card.tsx'
import { AgreementsCard } from '#renderer/parts/supervision/agreements-card.tsx'
import { PlanSessionButton } from '#renderer/parts/sessions/plan-session-button.tsx'
import { RemovedSessions } from '#renderer/parts/sessions/removed-sessions.tsx'
import { ToSupervisionButton } from '#renderer/parts/supervision/to-supervision-button.tsx'
import { AfterPaint } from '#renderer/ui/after-paint.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ComparisonCard } from './comparison-card.tsx'
import { CongruenceCard } from './congruence-card.tsx'
import { EpisodesCard } from './episodes-card.tsx'
import { CourseCard } from './course-card.tsx'
import { createCourseView } from './course-view.ts'
import { episodeViews, type EpisodeView } from './episode-view.ts'
import { LevelCard } from './level-card.tsx'
import { allPanels, linesAt, type AllPanels } from './panels/all-panels.ts'
import type { SupervisionMark } from './panels/moments-panel.ts'
import { useFolding } from './panels/panel-section.tsx'
import { OwnWordsCard } from './own-words/own-words-card.tsx'
import { PanelsCard } from './panels/panels-card.tsx'
import { pastOf, type Past } from './past-sessions.ts'
import { firstRange } from './session-range.ts'
import { attendanceOf } from './session-extent.ts'
import { SessionsCard } from './sessions-card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

/** The client's page, once all of its data is loaded. */
export function ClientPage({ packed }: { packed: PackedOverview }) {
  const { t } = useTranslation()
  const overview = useMemo(() => unpackOverview(packed), [packed])
  const { client, sessions, prompts } = overview
  useNoteOpenClient(client.id)
  const past = useMemo(() => pastOf(overview), [overview])
  // An ended therapy has no next session to come back in.
  const matters = useMemo(() => (client.status === 'ended' ? [] : openMatters(overview)), [client, overview])
  const views = useMemo(() => episodeViews(past), [past])
  const [courseView] = useState(() => createCourseView(firstRange(past.sessions)))
  const folding = useFolding()
  const panels = usePanels(overview, past, views)
  const moreWords = useCallback(
    (index: number) => linesAt(panels(), { index, isCourse: true, past }, t),
    [panels, past, t],
  )
  const subject = useMemo(() => ({ clientId: client.id, code: client.code }), [client.id, client.code])
  return (
    <ChartSubjectContext value={subject}>
      <Page
        title={client.code}
        width="wide"
        subtitle={<ClientFacts overview={overview} open={matters} />}
        actions={
          <>
            <Link to="/clients/$clientId/edit" params={{ clientId: client.id }} className={buttonClass()}>
              <Icon name="pencil" />
              {t('client.edit')}
            </Link>
            <Link to="/clients/$clientId/report" params={{ clientId: client.id }} className={buttonClass()}>
              <Icon name="print" />
              {t('reports.action')}
            </Link>
            <ToSupervisionButton />
            {client.status === 'ended' ? null : <PlanSessionButton clientId={client.id} />}
            {past.sessions.length === 0 ? null : <LogLink overview={overview} />}
          </>
        }
      >
        <PrintedLine code={client.code} />
        <RiskNotice risks={overview.risks} links="session" />
        <RemovedSessions clientId={client.id} />
        {past.sessions.length === 0 ? (
          <>
            <EmptyState action={<LogLink overview={overview} />}>{t('client.none')}</EmptyState>
            <OwnWordsCard clientId={client.id} sessions={sessions} />
          </>
        ) : (
          <>
            <CourseCard
              past={past}
              views={views}
              clientId={client.id}
              courseView={courseView}
              moreWords={moreWords}
              folding={folding}
            />
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
            <OpenMattersCard
              clientId={client.id}
              matters={matters}
              said={client.status === 'ended' ? null : lastSaid(overview)}
              isAsking={false}
              title={t('repairs.title')}
            />
            <AgreementsCard clientId={client.id} shows="all" />
            <SupervisorCommentsCard clientId={client.id} />
            <AfterPaint>
              <OwnWordsCard clientId={client.id} sessions={sessions} />
              <PanelsCard
                overview={overview}
                past={past}
                readPanels={panels}
                courseView={courseView}
                folding={folding}
              />
              <div className={styles['cards']}>
                <EpisodesCard past={past} views={views} />
                <LevelCard past={past} />
                <ComparisonCard past={past} views={views} />
                <CongruenceCard overview={overview} />
              </div>
            </AfterPaint>
          </>
        )}
        {client.notes === '' ? null : (
          <div data-screen-only="">
            <Disclosure title={t('client.notes')} level={2}>
              <p className={common['typedText']}>{client.notes}</p>
            </Disclosure>
          </div>
        )}
        {sessions.length === 0 ? null : (
          <AfterPaint>
            <SessionsCard overview={overview} />
          </AfterPaint>
        )}
      </Page>
    </ChartSubjectContext>
  )
}

const noAnswers: readonly PromptAnswer[] = []
const noOwnWords: readonly OwnWords[] = []

/**
 * What the panels draw, worked out when it is first needed: after the page's first paint. Marks of supervision follow
 * once the answers to prompts, the agreements and the comments are read.
 */
function usePanels(overview: ClientOverview, past: Past, views: readonly EpisodeView[]): () => AllPanels {
  const { t } = useTranslation()
  const history = useAsk('prompts.history', { clientId: overview.client.id })
  const answers = history.data ?? (history.isError ? null : noAnswers)
  const agreed = useAsk('supervision.agreements', { clientId: overview.client.id })
  const commented = useAsk('replies.ofClient', { clientId: overview.client.id })
  const own = useAsk('ownWords.ofClient', { clientId: overview.client.id })
  const ownWords = own.data?.ownWords ?? noOwnWords
  const said = useMemo((): readonly SupervisionMark[] | null => {
    if (agreed.isError || commented.isError) return null
    const comments = commented.data ?? []
    return [
      ...(agreed.data ?? []),
      ...comments.map(({ about, text }) => ({ session: sessionOf(about), text })),
    ]
  }, [agreed.data, agreed.isError, commented.data, commented.isError])
  return useMemo(() => {
    let panels: AllPanels | null = null
    return () => (panels ??= allPanels({ overview, past, views, answers, said, ownWords }, t))
  }, [overview, past, views, answers, said, ownWords, t])
}

function LogLink({ overview: { client, sessions } }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return null
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

function ClientFacts({
  overview: { client, sessions },
  open,
}: {
  overview: ClientOverview
  open: readonly OpenMatter[]
}) {
  const { t } = useTranslation()
  const { held, missed } = attendanceOf(sessions)
  const words = [
    t(`client.status.${client.status}`),
    ...(client.therapyType === '' ? [] : [client.therapyType]),
    unbroken(t('client.since', { date: new Date(client.startedOn) })),
    unbroken(t('client.sessionCount', { count: held })),
    ...(missed === 0 ? [] : [unbroken(t('client.missedCount', { count: missed }))]),
    ...(open.length === 0
      ? []
      : [unbroken(t('client.stillOpen', { count: open.length, number: open[0]?.number ?? 0 }))]),
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

/** The words with spaces that no line ends at, so that a number stays with what it counts. */
const unbroken = (words: string) => words.replaceAll(' ', '\u00a0')

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
