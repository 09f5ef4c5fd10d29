import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import styles from './hand-over.module.css'

/** Lets the client stop, or decline a form for good, after a question that says what happens. */
export function AskedStep({ step, onConfirmed }: { step: 'stop' | 'decline'; onConfirmed: () => void }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button size="client" kind="quiet" onPress={() => setIsAsking(true)}>
        {t(`handOver.${step}.open`)}
      </Button>
      <Dialog
        title={t(`handOver.${step}.title`)}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button size="client" onPress={() => setIsAsking(false)}>
              {t(`handOver.${step}.goOn`)}
            </Button>
            <Button
              size="client"
              kind="primary"
              onPress={() => {
                setIsAsking(false)
                onConfirmed()
              }}
            >
              {t(`handOver.${step}.confirm`)}
            </Button>
          </>
        }
      >
        <p className={styles['dialogText']}>{t(`handOver.${step}.text`)}</p>
      </Dialog>
    </>
  )
}
