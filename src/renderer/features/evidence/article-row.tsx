import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EvidenceItem, EvidenceResult, SearchedPart, TextMatch } from '#shared/evidence/evidence-item.ts'
import { excerptAround } from '#shared/search/excerpt.ts'
import { topicTitle } from '#shared/evidence/topics.ts'
import { spelledResult } from '#renderer/lib/spelling.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { MarkedText } from '#renderer/ui/marked-text.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { BookmarkButton } from './bookmark-button.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './evidence.module.css'

/** One summary in the list: its title, authors, strength of evidence, and the matches of the search. */
export function ArticleRow({
  result,
  onOpen,
}: {
  /** Undefined while it loads. */
  result: EvidenceResult | undefined
  onOpen: (articleId: string) => void
}) {
  const { t } = useTranslation()
  if (result === undefined) return <div className={styles['waiting']} aria-hidden />
  const { item, matches } = spelledResult(result)
  const marksIn = (part: 'title' | 'topic', text: string) =>
    matches.find((match) => match.part === part && match.text === text)?.ranges ?? []
  return (
    <>
      <div className={styles['rowHead']}>
        <h2 className={styles['rowTitle']}>
          <Link to="/evidence/$articleId" params={{ articleId: item.id }} onClick={() => onOpen(item.id)}>
            <MarkedText text={item.title} ranges={marksIn('title', item.title)} />
          </Link>
        </h2>
        <BookmarkButton articleId={item.id} title={item.title} isBookmarked={item.isBookmarked} isIconOnly />
      </div>
      <p className={stackClass({ direction: 'row', gap: 16, lineGap: 4, align: 'centre' })}>
        {item.shortCitation === item.title ? null : <span>{item.shortCitation}</span>}
        <span className={common['secondary']}>{item.strength?.words ?? t('evidence.noDesign')}</span>
        <States item={item} />
      </p>
      {item.topics.length === 0 ? null : (
        <ul className={joinClasses(common['note'], styles['topics'])} aria-label={t('evidence.topics')}>
          {item.topics.map((topic) => (
            <li key={topic}>
              <MarkedText text={topicTitle(topic)} ranges={marksIn('topic', topicTitle(topic))} />
            </li>
          ))}
        </ul>
      )}
      <MatchList articleId={item.id} matches={matches} onOpen={() => onOpen(item.id)} />
    </>
  )
}

/** The reader's marks on it, and whether it is their own. Shows nothing for a study that nobody has opened yet. */
function States({ item }: { item: EvidenceItem }) {
  const { t } = useTranslation()
  return (
    <>
      {item.origin === 'own' ? (
        <Tag icon="pencil">{t(item.isComplete ? 'evidence.state.own' : 'evidence.state.draft')}</Tag>
      ) : null}
      {item.hasNote ? <Tag icon="bubble">{t('evidence.state.note')}</Tag> : null}
      {item.readAt === null ? null : (
        <span className={joinClasses(common['note'], styles['read'])}>
          <Icon name="check" size={16} />
          {t('evidence.state.read')}
        </span>
      )}
    </>
  )
}

const mostShown = 3

/** The texts that a row lists below itself; titles and topics are marked in place. */
type QuotedPart = Exclude<SearchedPart, 'title' | 'topic'>
type QuotedMatch = TextMatch & { part: QuotedPart }

const order: Record<QuotedPart, number> = { note: 0, claim: 1, body: 2, citation: 3 }

/** Lists the matches in a summary, the reader's own note and the findings first; each links to its place. */
function MatchList({
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
