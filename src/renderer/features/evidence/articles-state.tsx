import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { useArticles } from './use-articles.ts'

/** Shows its content once the summaries are here, and until then that they are on their way or could not be read. */
export function ArticlesState({ children }: { children: (articles: readonly Article[]) => ReactNode }) {
  const { t } = useTranslation()
  const articles = useArticles()
  if (articles.data) return children(articles.data)
  if (!articles.isError) return <Loading label={t('ui.loading')} />
  const words = wordsForFailure(t, articles.error)
  return (
    <ErrorNotice
      title={words.title}
      action={
        <Button isPending={articles.isFetching} onPress={() => void articles.refetch()}>
          {t('app.tryAgain')}
        </Button>
      }
    >
      {words.advice}
    </ErrorNotice>
  )
}
