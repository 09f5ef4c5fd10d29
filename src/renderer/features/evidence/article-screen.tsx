import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ArticleView } from './article-view.tsx'
import { ArticlesState } from './articles-state.tsx'
import { BackRow } from './back-row.tsx'
import { useArticles } from './use-articles.ts'

/** One summary, to be read; `#effect-<id>` in the address leads to one of its findings. */
export function ArticleScreen() {
  const { t } = useTranslation()
  const { articleId } = useParams({ from: '/evidence/$articleId' })
  const article = useArticles().data?.find(({ id }) => id === articleId)
  if (article) return <ArticleView key={article.id} article={article} />
  return (
    <>
      <BackRow />
      <Page title={t('evidence.opening')} width="narrow">
        <ArticlesState>
          {() => (
            <EmptyState
              action={
                <Link to="/evidence" className={buttonClass()}>
                  {t('evidence.allEvidence')}
                </Link>
              }
            >
              {t('evidence.unknown')}
            </EmptyState>
          )}
        </ArticlesState>
      </Page>
    </>
  )
}
