import type { TFunction } from 'i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import type { ReportKind, ReportPart } from '#shared/reports/report-kinds.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { episodeViews, type EpisodeView } from '../episode-view.ts'
import { pastOf, type Past } from '../past-sessions.ts'

/** What a report is made of, and what was chosen for it. */
export interface ReportOrder {
  readonly kind: ReportKind
  /** The chosen parts in their order. */
  readonly parts: readonly ReportPart[]
  /** The question for supervision as typed. */
  readonly question: string
  readonly record: ClientRecord
  readonly overview: ClientOverview
  readonly madeOn: Date
}

/** What every part of a report is made from. */
export interface ReportSource {
  readonly kind: ReportKind
  /** Whether the report begins with the summary, which then says what the other parts need not say again. */
  readonly hasSummary: boolean
  readonly record: ClientRecord
  readonly overview: ClientOverview
  readonly past: Past
  readonly views: readonly EpisodeView[]
  readonly find: (id: string, version: number) => Instrument | null
  readonly t: TFunction
}

/** Prepares once what several parts need. */
export function reportSource(
  { kind, parts, record, overview }: Pick<ReportOrder, 'kind' | 'parts' | 'record' | 'overview'>,
  t: TFunction,
): ReportSource {
  const past = pastOf(overview)
  const forms = new Map(record.instruments.map((form) => [`${form.id}@${String(form.version)}`, form]))
  return {
    kind,
    hasSummary: parts.includes('summary'),
    record,
    overview,
    past,
    views: episodeViews(past),
    find: (id, version) => forms.get(`${id}@${String(version)}`) ?? null,
    t,
  }
}

/** The number and the day of a session, as its heading. */
export function sessionHeading(
  { session: { number, date } }: Pick<StoredSessionLog, 'session'>,
  t: TFunction,
): string {
  return t('reports.paper.session', { number, date: dayInWords(date) })
}
