import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { OpenedForesight } from '#shared/foresight/foresight.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Card } from '#renderer/ui/card.tsx'

/** Says in one sentence which foresight this session opened. Renders nothing without one. */
export function OpenedForesightCard({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const opened = useAsk('foresight.ofSession', { sessionId }).data?.opened ?? null
  if (opened === null) return null
  return (
    <Card kind="sunken" title={t('foresight.opened.title')}>
      <p>
        {t('foresight.opened.sentence', {
          number: opened.number,
          foreseen: t(`foresight.opened.foreseen.${opened.foreseen}`, { scale: opened.title }),
          happened: happenedInWords(opened, t),
        })}
      </p>
    </Card>
  )
}

function happenedInWords({ foreseen, came, rated }: OpenedForesight, t: TFunction): string {
  if (!came) return t('foresight.opened.happened.missed')
  // Nothing was said about the rating.
  if (foreseen === 'absent') return t('foresight.opened.happened.came')
  if (rated === null) return t('foresight.opened.happened.unrated')
  return t(`foresight.opened.happened.${rated.direction}`, { before: rated.before, after: rated.after })
}
