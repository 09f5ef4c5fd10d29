import type { TFunction } from 'i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { outcomeSessions } from '../outcome-view.ts'
import type { ReportChart } from './report.ts'

/** A questionnaire's scores on its scale, without a title and without words. */
export function outcomeChart(
  status: ClientOverview['outcomes'][number],
  sessions: ClientOverview['sessions'],
  t: TFunction,
): Omit<ReportChart, 'title' | 'label'> {
  const { scale } = status
  return {
    sessions: outcomeSessions(status, sessions, t),
    episodes: [],
    reported: [],
    formChanges: [],
    mean: null,
    scaleBottom: scale.minimum,
    scaleTop: scale.maximum,
    betterIs: scale.direction === 'lower-is-better' ? 'lower' : 'higher',
    hasTherapist: false,
  }
}
