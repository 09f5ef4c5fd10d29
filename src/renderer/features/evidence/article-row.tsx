import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchResult } from '#shared/evidence/search.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { topicTitle } from '#shared/evidence/topics.ts'
import { MarkedText } from './marked-text.tsx'
import { MatchList } from './match-list.tsx'
import styles from './evidence.module.css'

/** One summary in the list: what it is called, by whom, how far it carries, and where the words were found. */
export function ArticleRow({ result: { article, matches } }: { result: SearchResult }) {
  const { t } = useTranslation()
  const marksIn = (part: 'title' | 'topic', text: string) =>
    matches.find((match) => match.part === part && match.text === text)?.ranges ?? []
  return (
    <li className={styles['row']}>
      <h2 className={styles['rowTitle']}>
        <Link to="/evidence/$articleId" params={{ articleId: article.id }}>
          <MarkedText text={article.title} ranges={marksIn('title', article.title)} />
        </Link>
      </h2>
      <p>{article.shortCitation}</p>
      <p className={styles['strength']}>{strengthOf(article).words}</p>
      <ul className={styles['topics']} aria-label={t('evidence.topics')}>
        {article.topics.map((topic) => (
          <li key={topic}>
            <MarkedText text={topicTitle(topic)} ranges={marksIn('topic', topicTitle(topic))} />
          </li>
        ))}
      </ul>
      <MatchList articleId={article.id} matches={matches} />
    </li>
  )
}
