import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { TrajectoryChart } from '#renderer/parts/charts/trajectory-chart.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { OutcomeBaseline } from './outcome-baseline.tsx'
import { OutcomeFacts } from './outcome-facts.tsx'
import { outcomeSentence, outcomeSessions } from './outcome-view.ts'

/** One questionnaire in a panel of its own, because its direction may differ from the others. */
export function OutcomeCard({ status, overview }: { status: OutcomeStatus; overview: ClientOverview }) {
  const { t } = useTranslation()
  const { scale, title } = status
  const { sessions } = overview
  const chart = useMemo(
    () => ({
      sentence: outcomeSentence(status, sessions, t),
      sessions: outcomeSessions(status, sessions, t),
    }),
    [status, sessions, t],
  )
  return (
    <Card title={title}>
      <TrajectoryChart
        {...chart}
        title={scale.title}
        episodes={noEpisodes}
        reported={noReports}
        mean={null}
        scaleTop={scale.maximum}
        hasTherapist={false}
        betterIs={scale.direction === 'lower-is-better' ? 'lower' : 'higher'}
        height={180}
      />
      <OutcomeFacts status={status} overview={overview} />
      <OutcomeBaseline status={status} overview={overview} />
    </Card>
  )
}

// Keeps the same empty arrays, so that the chart is drawn again only if its data changes.
const noEpisodes = [] as const
const noReports = [] as const
