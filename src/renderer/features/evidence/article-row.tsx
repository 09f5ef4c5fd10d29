import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EvidenceItem, EvidenceResult } from '#shared/evidence/evidence-item.ts'
import { topicTitle } from '#shared/evidence/topics.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import { BookmarkButton } from './bookmark-button.tsx'
import { MarkedText } from './marked-text.tsx'
import { MatchList } from './match-list.tsx'
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
  const { item, matches } = result
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
        <ul className={styles['topics']} aria-label={t('evidence.topics')}>
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
        <span className={styles['read']}>
          <Icon name="check" size={16} />
          {t('evidence.state.read')}
        </span>
      )}
    </>
  )
}
