import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import styles from './hand-over.module.css'

/** Lets the client decline a form for good, with a confirmation that says what happens. */
export function DeclineForm({ onDecline }: { onDecline: () => void }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <div>
      <Button size="client" kind="quiet" onPress={() => setIsAsking(true)}>
        {t('handOver.decline.open')}
      </Button>
      <Dialog
        title={t('handOver.decline.title')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button size="client" onPress={() => setIsAsking(false)}>
              {t('handOver.decline.goOn')}
            </Button>
            <Button
              size="client"
              kind="primary"
              onPress={() => {
                setIsAsking(false)
                onDecline()
              }}
            >
              {t('handOver.decline.decline')}
            </Button>
          </>
        }
      >
        <p className={styles['dialogText']}>{t('handOver.decline.text')}</p>
      </Dialog>
    </div>
  )
}
