import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/contract/result.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { spelledEntry } from '#renderer/lib/spelling.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ArticleView } from './article-view.tsx'
import { BackRow } from './back-row.tsx'

/** Shows one summary. In the address, `#effect-<id>` goes to a finding and `#note` to the private note. */
export function ArticleScreen() {
  const { t } = useTranslation()
  const { articleId } = useParams({ from: '/evidence/$articleId' })
  const entry = useAsk('evidence.get', { id: articleId })
  if (entry.data) return <ArticleView key={articleId} entry={spelledEntry(entry.data)} />
  return (
    <>
      <BackRow articleId={articleId} />
      <Page title={t('evidence.opening')} width="narrow">
        {entry.isError ? (
          <NotThere cause={entry.error} isAsking={entry.isFetching} onAgain={() => void entry.refetch()} />
        ) : (
          <Loading label={t('ui.loading')} />
        )}
      </Page>
    </>
  )
}

function NotThere({ cause, isAsking, onAgain }: { cause: unknown; isAsking: boolean; onAgain: () => void }) {
  const { t } = useTranslation()
  if (cause instanceof AppError && (cause.code === 'not-found' || cause.code === 'invalid-input'))
    return (
      <EmptyState
        action={
          <Link to="/evidence" className={buttonClass()}>
            {t('evidence.allEvidence')}
          </Link>
        }
      >
        {t('evidence.unknown')}
      </EmptyState>
    )
  return <FailureNotice failure={cause} isRetrying={isAsking} onRetry={onAgain} />
}
