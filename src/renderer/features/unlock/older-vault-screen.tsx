import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TroublePage } from './trouble-screen.tsx'

/** Warns before anything is written that a newer vault existed, so that nobody adds to the wrong one. */
export function OlderVaultScreen({ onGoOn }: { onGoOn: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  return (
    <TroublePage words={t('trouble.older', { returnObjects: true })} showsFolder>
      <Button kind="primary" size="large" onPress={onGoOn}>
        {t('trouble.goOn')}
      </Button>
      <Button size="large" onPress={() => void api.app.quit()}>
        {t('trouble.quit')}
      </Button>
    </TroublePage>
  )
}
