import { useTranslation } from 'react-i18next'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'

/** How the client's scores on questionnaires have changed, by each one's own threshold. */
export function OutcomesCard({ content: { outcomes, series } }: Pick<ReviewedClient, 'content'>) {
  const { t } = useTranslation()
  if (outcomes.length === 0) return null
  return (
    <Card title={t('review.outcomes.title')}>
      <ul className={common['divided']}>
        {outcomes.map(({ series: id, threshold, baseline, current, change }) => {
          const scale = series.find((each) => each.id === id)
          const scoreAt = (session: number) => scale?.scores.find((score) => score.session === session)?.value
          const [before, after] = [scoreAt(baseline), scoreAt(current)]
          return (
            <li key={id}>
              {scale === undefined || before === undefined || after === undefined
                ? null
                : t('review.outcomes.line', {
                    title: scale.instrumentTitle,
                    before,
                    baseline,
                    after,
                    current,
                  })}{' '}
              {t(`review.outcomes.change.${change}`, {
                threshold: threshold.points,
                source: threshold.source,
              })}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
