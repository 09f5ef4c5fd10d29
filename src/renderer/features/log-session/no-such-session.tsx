import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'

/** Stands in for a session that is gone. */
export function NoSuchSession({ title }: { title: string }) {
  const { t } = useTranslation()
  return (
    <Page title={title}>
      <EmptyState
        action={
          <Link to="/log" className={buttonClass({ kind: 'primary', size: 'large' })}>
            {t('logSession.chooseAnother')}
          </Link>
        }
      >
        {t('logSession.notFound')}
      </EmptyState>
    </Page>
  )
}
