import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchedPart, TextMatch } from '#shared/evidence/evidence-item.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import common from '#renderer/ui/common.module.css'
import { excerptAround } from './excerpt.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './evidence.module.css'

const mostShown = 3

/** The texts that a row lists below itself; titles and topics are marked in place. */
type QuotedPart = Exclude<SearchedPart, 'title' | 'topic'>
type QuotedMatch = TextMatch & { part: QuotedPart }

const order: Record<QuotedPart, number> = { note: 0, claim: 1, body: 2, citation: 3 }

/** Lists the matches in a summary, the reader's own note and the findings first; each links to its place. */
export function MatchList({
  articleId,
  matches,
  onOpen,
}: {
  articleId: string
  matches: readonly TextMatch[]
  onOpen: () => void
}) {
  const { t } = useTranslation()
  const quoted = matches.filter(isQuoted).toSorted((one, other) => order[one.part] - order[other.part])
  if (quoted.length === 0) return null
  const left = quoted.length - mostShown
  return (
    <div className={styles['matches']}>
      <ul>
        {quoted.slice(0, mostShown).map((match) => (
          <li
            key={match.effectId ?? match.text}
            className={match.part === 'note' ? styles['own'] : undefined}
          >
            <span className={styles['part']}>
              {match.part === 'note' ? <Icon name="bubble" size={16} /> : null}
              {t(`evidence.part.${match.part}`)}
            </span>
            <MatchText articleId={articleId} match={match} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={common['note']}>{t('evidence.morePlaces', { count: left })}</p> : null}
    </div>
  )
}

function isQuoted(match: TextMatch): match is QuotedMatch {
  return Object.hasOwn(order, match.part)
}

function MatchText({
  articleId,
  match,
  onOpen,
}: {
  articleId: string
  match: QuotedMatch
  onOpen: () => void
}) {
  const place =
    match.part === 'note' ? 'note' : match.effectId === undefined ? null : `effect-${match.effectId}`
  if (place === null) return <ExcerptText match={match} />
  return (
    <Link to="/evidence/$articleId" params={{ articleId }} hash={place} onClick={onOpen}>
      <ExcerptText match={match} />
    </Link>
  )
}

function ExcerptText({ match }: { match: TextMatch }) {
  const { t } = useTranslation()
  const excerpt = excerptAround(match.text, match.ranges)
  return (
    <span>
      {excerpt.isCutBefore ? t('evidence.cutBefore') : null}
      <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
      {excerpt.isCutAfter ? t('evidence.cutAfter') : null}
    </span>
  )
}
