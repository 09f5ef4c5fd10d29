import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BundledClient } from '#shared/bundles/bundled-client.ts'
import { allianceSince } from '#shared/review/bundled-course.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'

/** What was agreed about the client in supervision, the newest first, with the client's alliance then and now. */
export function AgreementsCard({ content }: Pick<ReviewedClient, 'content'>) {
  const { t } = useTranslation()
  const { agreements = [] } = content
  if (agreements.length === 0) return null
  return (
    <Card title={t('review.agreements.title')}>
      <ul className={common['divided']}>
        {agreements.toReversed().map(({ session, text, state }, place) => (
          // Agreements have no id in a bundle and never reorder, so the place is a safe key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} className={stackClass({ gap: 4 })}>
            <p className={common['typedText']}>
              {session === null ? text : t('review.agreements.after', { session, text })}
            </p>
            <p className={common['note']}>{sinceInWords(content, session, t)}</p>
            <div>
              <Tag>{t(`review.agreements.state.${state}`)}</Tag>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function sinceInWords(content: BundledClient, session: number | null, t: TFunction): string {
  const change = allianceSince(content, session ?? 0)
  if (change === null) return t('review.agreements.none')
  const { before, now } = change
  return before === null ? t('review.agreements.now', { now }) : t('review.agreements.since', { before, now })
}
