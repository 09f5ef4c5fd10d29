import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { topicTitle, type TopicId } from '#shared/evidence/topics.ts'
import { Card } from '#renderer/ui/card.tsx'
import { noFilters } from './evidence-filters.ts'
import { numberWords } from './figure-words.ts'
import { rememberFilters } from './remembered-filters.ts'
import styles from './article.module.css'

const countsInStrength = 2

/** How far the study carries, what its kind can't show, who was in it, and what it is filed under. */
export function AtAGlance({ article }: { article: Article }) {
  const { t } = useTranslation()
  const sample = Object.entries(article.sample)
  return (
    <Card kind="sunken">
      <div>
        <p className={styles['strength']}>{strengthOf(article).words}</p>
        <p>{t(`evidence.limit.${article.design}`)}</p>
        {sample.length > countsInStrength ? (
          <p>
            {t('evidence.sample', {
              sample: sample.map(([what, count]) => `${numberWords(count)} ${what}`).join(', '),
            })}
          </p>
        ) : null}
      </div>
      <ul className={styles['topics']} aria-label={t('evidence.topics')}>
        {article.topics.map((topic) => (
          <li key={topic}>
            <TopicLink topic={topic} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Leads to the list with the other summaries on the same topic. */
function TopicLink({ topic }: { topic: TopicId }) {
  const queryClient = useQueryClient()
  return (
    <Link
      to="/evidence"
      activeOptions={{ exact: true }}
      onClick={() => rememberFilters(queryClient, { ...noFilters, topic })}
    >
      {topicTitle(topic)}
    </Link>
  )
}
