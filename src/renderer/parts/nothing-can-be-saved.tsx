import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'

/** Takes the place of a form while the vault can only be read, so that nobody types what can’t be saved. */
export function NothingCanBeSaved({ title }: { title: string }) {
  const { t } = useTranslation()
  return (
    <Page title={title} width="narrow">
      <EmptyState
        action={
          <Link to="/" className={buttonClass()}>
            {t('app.nothingCanBeSaved.toToday')}
          </Link>
        }
      >
        {t('app.nothingCanBeSaved.text')}
      </EmptyState>
    </Page>
  )
}
