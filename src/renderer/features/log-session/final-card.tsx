import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'

/** Says what a final session is, and marks this one as final. Apart from Save, which never does. */
export function FinalCard({ isSaving, onFinal }: { isSaving: boolean; onFinal: () => void }) {
  const { t } = useTranslation()
  return (
    <Card
      kind="sunken"
      title={t('logSession.final.title')}
      actions={
        <Button onPress={onFinal} isDisabled={isSaving}>
          {t('logSession.final.mark')}
        </Button>
      }
    >
      <p>{t('logSession.final.text')}</p>
    </Card>
  )
}
