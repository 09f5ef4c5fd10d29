import { Link, useCanGoBack, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from './article.module.css'

/** The way back to where the summary was opened from, a client's page or the list; to the list if from nowhere. */
export function BackRow() {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <div className={styles['back']} data-screen-only>
      {canGoBack ? (
        <Button kind="quiet" icon="chevron-left" onPress={() => router.history.back()}>
          {t('evidence.back')}
        </Button>
      ) : (
        <Link to="/evidence" activeOptions={{ exact: true }} className={buttonClass({ kind: 'quiet' })}>
          <Icon name="chevron-left" />
          {t('evidence.allEvidence')}
        </Link>
      )}
    </div>
  )
}
