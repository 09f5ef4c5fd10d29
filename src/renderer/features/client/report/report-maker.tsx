import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import { usualPaper } from '#shared/reports/paper-sizes.ts'
import { kindsOfReport, usualParts, type ReportKind } from '#shared/reports/report-kinds.ts'
import { longestNote } from '#shared/records/text.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { usePaper } from '#renderer/lib/use-paper.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { buildReport, isComplete } from './build-report.ts'
import { ChoiceCard, type ReportChoice } from './choice-card.tsx'
import { ReportPaper } from './report-paper.tsx'
import { SaveCard } from './save-card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './report.module.css'

/** The question that was typed and not used in a saved report yet. */
export const questionDraftSchema = z.strictObject({ question: z.string() })
type QuestionDraft = z.output<typeof questionDraftSchema>

const startOf = (kind: ReportKind): Pick<ReportChoice, 'kind' | 'order' | 'chosen'> => ({
  kind,
  order: kindsOfReport[kind].offered,
  chosen: usualParts(kind),
})

/** The choices beside the report that they make. Only the report goes on paper. */
export function ReportMaker({
  record,
  overview,
  draft,
  firstKind,
  firstQuestion,
}: {
  record: ClientRecord
  overview: ClientOverview
  draft: FormDraft<QuestionDraft>
  /** The kind of report that the screen starts with. */
  firstKind: ReportKind
  /** The questions about the client on the agenda of supervision; a draft goes before them. */
  firstQuestion: string
}) {
  const { t } = useTranslation()
  const { locale } = useAbout()
  const [hasChosen, setHasChosen] = useState(false)
  const [choice, setChoice] = useState<ReportChoice>(() => ({
    ...startOf(firstKind),
    question: draft.found?.typed.question ?? firstQuestion,
    paper: usualPaper(locale),
  }))
  const [madeOn] = useState(() => new Date())
  const { kind, order, chosen, paper } = choice
  const question = useDeferredValue(choice.question)
  const parts = useMemo(() => order.filter((part) => chosen.includes(part)), [order, chosen])
  const report = useMemo(
    () => buildReport({ kind, parts, question, record, overview, madeOn }, t),
    [kind, parts, question, record, overview, madeOn, t],
  )
  const { client } = record
  usePaper({ title: report.title, foot: client.code, size: paper })
  const change = (next: Partial<ReportChoice>): void => {
    setHasChosen(true)
    setChoice({ ...choice, ...next })
    if (next.question !== undefined) draft.keep(next.question === '' ? null : { question: next.question })
  }
  return (
    <Page title={report.title} subtitle={report.lead.join(' ')} takesFocus={!hasChosen}>
      <div data-screen-only="">
        <BackLink to="/clients/$clientId" params={{ clientId: client.id }}>
          {t('reports.back', { code: client.code })}
        </BackLink>
      </div>
      <div className={common['choicesAndSheets']}>
        <div className={styles['choices']} data-screen-only="">
          <ChoiceCard
            choice={choice}
            onChange={change}
            onKind={(next) => change({ ...startOf(next) })}
            limit={longestNote}
            draft={draft}
          />
          <SaveCard
            // What was said of one kind of report is not said of another.
            key={kind}
            clientId={client.id}
            choice={{ kind, parts, question: choice.question }}
            isFictional={client.isFictional}
            onSaved={() => {
              // A question stays until it is in a saved report.
              if (kindsOfReport[kind].asks) draft.finish()
            }}
          />
        </div>
        <ReportPaper
          report={report}
          label={t('reports.preview')}
          unfinished={isComplete({ kind, parts, question }) ? null : t('reports.unfinished')}
        />
      </div>
    </Page>
  )
}
