import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { ShowAll } from '#renderer/parts/show-all.tsx'
import { Card } from '#renderer/ui/card.tsx'
import type { EpisodeView } from './episode-view.ts'
import { OwnSettings } from './own-settings.tsx'
import type { Past } from './past-sessions.ts'
import { compareRuptures, type Disagreement } from './rupture-comparison.ts'
import { ruptureInWords } from './rupture-words.ts'
import common from '#renderer/ui/common.module.css'

/** Lists in words where notes and ratings disagree. Shows nothing if nothing can be compared. */
export function ComparisonCard({ past, views }: { past: Past; views: readonly EpisodeView[] }) {
  const { t } = useTranslation()
  const { agreements, disagreements } = useMemo(() => compareRuptures(past, views), [past, views])
  if (agreements === 0 && disagreements.length === 0) return null
  return (
    <Card title={t('client.comparison.title')}>
      {disagreements.length === 0 ? (
        <p className={common['muted']}>{t('client.comparison.agree')}</p>
      ) : (
        <>
          <p className={common['muted']}>{t('client.comparison.explanation')}</p>
          <ShowAll
            items={disagreements}
            few={4}
            label={t('client.comparison.showAll', { count: disagreements.length })}
            itemId={(found) => (found.kind === 'found-only' ? found.view.label : String(found.session))}
          >
            {(found) => <p>{disagreementInWords(found, t)}</p>}
          </ShowAll>
        </>
      )}
      <OwnSettings changed={past.changedParameters} of={fallParameters} />
    </Card>
  )
}

function disagreementInWords(found: Disagreement, t: TFunction): string {
  const { session } = found
  if (found.kind === 'found-only') {
    return t(`client.comparison.notNoted.${found.view.rater}`, { session, score: found.view.to.value })
  }
  return t('client.comparison.noFall', { session, what: ruptureInWords(found.note, t) })
}
