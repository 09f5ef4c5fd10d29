import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Door } from './door.tsx'
import styles from './first-run.module.css'

/** Asks whether to begin with the fictional caseload or empty. The vault is already open. */
export function FirstRunBegin({ onDone }: { onDone: (choice: { hasSample: boolean }) => void }) {
  const { t } = useTranslation()
  const load = useChange('sample.load', {
    onSuccess: () => onDone({ hasSample: true }),
  })
  return (
    <Door title={t('unlock.begin.title')} subtitle={t('unlock.begin.step')}>
      <p>{t('unlock.begin.lead')}</p>
      <div className={styles['ways']}>
        <Card title={t('unlock.begin.sampleTitle')}>
          <div className={styles['way']}>
            <p>{t('unlock.begin.sample')}</p>
            <Button kind="primary" size="large" isPending={load.isPending} onPress={() => load.mutate()}>
              {load.isPending ? t('unlock.begin.loading') : t('unlock.begin.load')}
            </Button>
          </div>
        </Card>
        <Card title={t('unlock.begin.emptyTitle')}>
          <div className={styles['way']}>
            <p>{t('unlock.begin.empty')}</p>
            <Button size="large" isDisabled={load.isPending} onPress={() => onDone({ hasSample: false })}>
              {t('unlock.begin.start')}
            </Button>
          </div>
        </Card>
      </div>
      <FailureNotice failure={load.error} />
    </Door>
  )
}
