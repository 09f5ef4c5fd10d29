import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import styles from './hand-over.module.css'

/** Lets the client stop at any moment, with a confirmation, so that a slip of the hand does not end the form. */
export function StopHere({ onStop }: { onStop: () => void }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button size="client" kind="quiet" onPress={() => setIsAsking(true)}>
        {t('handOver.stop.open')}
      </Button>
      <Dialog
        title={t('handOver.stop.title')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button size="client" onPress={() => setIsAsking(false)}>
              {t('handOver.stop.goOn')}
            </Button>
            <Button
              size="client"
              kind="primary"
              onPress={() => {
                setIsAsking(false)
                onStop()
              }}
            >
              {t('handOver.stop.stop')}
            </Button>
          </>
        }
      >
        <p className={styles['dialogText']}>{t('handOver.stop.text')}</p>
      </Dialog>
    </>
  )
}
