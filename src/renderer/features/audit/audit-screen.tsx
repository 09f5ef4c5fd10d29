import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { AuditCheckCard } from './audit-check-card.tsx'
import { AuditEntriesCard } from './audit-entries-card.tsx'
import { AuditSaveCard } from './audit-save-card.tsx'
import styles from './audit.module.css'

/** Shows what happened in the vault, whether the log is unchanged, and how to save it. */
export function AuditScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('audit.title')} subtitle={t('audit.subtitle')}>
      <p className={styles['back']}>
        <Link to="/settings" activeOptions={{ exact: true }} className={buttonClass({ kind: 'quiet' })}>
          <Icon name="chevron-left" />
          {t('audit.back')}
        </Link>
      </p>
      <AuditCheckCard />
      <AuditEntriesCard />
      <AuditSaveCard />
    </Page>
  )
}
