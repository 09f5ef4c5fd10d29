import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import { isNoted } from '#shared/review/bundled-course.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag, type TagKind } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import { CommentButton } from '../replies/comment-button.tsx'
import { namedEpisodes, type NamedEpisode } from './received-course.ts'

const tags: Readonly<Record<NamedEpisode['episode']['state'], TagKind>> = {
  open: 'rupture',
  unrepaired: 'rupture',
  'partly-repaired': 'repair',
  repaired: 'repair',
}

/** Every fall that was shared, the newest first, and whether anybody noted a strain meanwhile. */
export function EpisodesCard({
  content,
  onComment,
}: Pick<ReviewedClient, 'content'> & { onComment: (about: CommentPlace) => void }) {
  const { t } = useTranslation()
  const named = namedEpisodes(content).toReversed()
  if (named.length === 0) return null
  return (
    <Card title={t('review.episodes.title')}>
      <ul className={common['divided']}>
        {named.map(({ label, episode }) => {
          const { series, peak, trough, end, state } = episode
          const scale = content.series.find(({ id }) => id === series)
          const score = scale?.scores.find(({ session }) => session === trough)?.value
          const noted = isNoted(episode, content)
          const words = [
            ...(score === undefined ? [] : [t('review.episodes.line', { label, peak, trough, score })]),
            ...(end === null ? [] : [t('review.episodes.back', { end })]),
            ...(scale?.rater === 'therapist' ? [t('review.episodes.ofTherapist')] : []),
            ...(noted === null ? [] : [t(`review.episodes.${noted ? 'noted' : 'notNoted'}`)]),
          ]
          return (
            <li key={label} className={stackClass({ gap: 4 })}>
              <p>{words.join(' ')}</p>
              <div>
                <Tag kind={tags[state]}>{t(`review.episodes.state.${state}`)}</Tag>
              </div>
              <CommentButton about={{ kind: 'episode', series, peak }} detail={label} onComment={onComment} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
