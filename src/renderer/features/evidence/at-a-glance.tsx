import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { topicTitle, type TopicId } from '#shared/evidence/topics.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { noFilters } from './evidence-filters.ts'
import { numberWords } from './figure-words.ts'
import { forgetPlace, rememberFilters } from './remembered-place.ts'
import styles from './article.module.css'

const countsInStrength = 2

/** The study's strength, its sample, what was and was not checked, and its topics. */
export function AtAGlance({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const { design, topics } = article
  const sample = Object.entries(article.sample)
  return (
    <Card kind="sunken">
      <dl className={styles['glance']}>
        <Term name={t('evidence.glance.strength')}>
          {design === undefined ? (
            <p>{t('evidence.noDesign')}</p>
          ) : (
            <>
              <p className={styles['strength']}>{strengthOf({ design, sample: article.sample }).words}</p>
              <p>
                {t(`evidence.limit.${design}`)}{' '}
                <Link to="/evidence/about/strength" data-screen-only>
                  {t('evidence.howStrength')}
                </Link>
              </p>
            </>
          )}
        </Term>
        {sample.length <= countsInStrength ? null : (
          <Term name={t('evidence.glance.sample')}>
            <p>{sample.map(([what, count]) => `${numberWords(count)} ${what}`).join(', ')}</p>
          </Term>
        )}
        {article.chosenBy === undefined ? null : (
          <Term name={t('evidence.glance.chosenBy')}>
            <p>{t('evidence.glance.attune')}</p>
          </Term>
        )}
        <Term name={t('evidence.glance.checked')}>
          <Checked article={article} />
        </Term>
        {topics.length === 0 ? null : (
          <Term name={t('evidence.topics')}>
            <ul className={stackClass({ direction: 'row', gap: 16, lineGap: 4 })}>
              {topics.map((topic) => (
                <li key={topic}>
                  <TopicLink topic={topic} />
                </li>
              ))}
            </ul>
          </Term>
        )}
      </dl>
    </Card>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What was compared with the sources, what comes from a summary only, and what was left out for that reason. */
function Checked({ article: { checked, effects, missing } }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const inSummary = effects.filter(({ reportedIn }) => reportedIn === 'summary').length
  const left = missing.map((part) => t(`evidence.missing.${part}`))
  return (
    <p>
      {t(checked.abstract ? 'evidence.checks.abstract' : 'evidence.checks.noAbstract')}{' '}
      {checked.abstract && inSummary > 0
        ? t('evidence.checks.inSummary', { count: inSummary, total: effects.length })
        : null}{' '}
      {t(checked.doi ? 'evidence.checks.doi' : 'evidence.checks.noDoi')}{' '}
      {left.length === 0 ? null : t('evidence.checks.missing', { parts: left.join(', ') })}
    </p>
  )
}

/** Links to the list with the other summaries on the same topic. */
function TopicLink({ topic }: { topic: TopicId }) {
  const queryClient = useQueryClient()
  return (
    <Link
      to="/evidence"
      activeOptions={{ exact: true }}
      onClick={() => {
        rememberFilters(queryClient, { ...noFilters, topic })
        forgetPlace(queryClient)
      }}
    >
      {topicTitle(topic)}
    </Link>
  )
}
