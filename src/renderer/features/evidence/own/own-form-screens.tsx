import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { OwnFormView } from './own-form-view.tsx'

/** Starts a summary of one's own. */
export function NewOwnScreen() {
  return <OwnFormView entry={null} />
}

/** Edits a summary of one's own. */
export function EditOwnScreen() {
  const { t } = useTranslation()
  const { articleId } = useParams({ from: '/evidence/own/edit/$articleId' })
  const entry = useAsk('evidence.get', { id: articleId })
  if (entry.data?.origin === 'own') return <OwnFormView key={articleId} entry={entry.data} />
  return (
    <Page title={t('evidence.form.editTitle')} width="narrow">
      {entry.isPending ? (
        <Loading label={t('ui.loading')} />
      ) : (
        <EmptyState
          action={
            <Link to="/evidence" className={buttonClass()}>
              {t('evidence.allEvidence')}
            </Link>
          }
        >
          {t('evidence.form.notOwn')}
        </EmptyState>
      )}
    </Page>
  )
}
