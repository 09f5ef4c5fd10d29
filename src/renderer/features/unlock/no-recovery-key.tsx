import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'

/** Says that there is no recovery key to use, and what is still possible. */
export function NoRecoveryKey({
  onBack,
  onRestore,
}: {
  onBack: () => void
  onRestore?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  return (
    <Door title={t('unlock.recover.noneTitle')} width="slim">
      <p>{t('unlock.recover.none')}</p>
      <p>{t('unlock.recover.nothingChanged')}</p>
      <Stack direction="row" gap={12}>
        <Button kind="primary" size="large" onPress={onBack}>
          {t('unlock.recover.back')}
        </Button>
        {onRestore ? (
          <Button size="large" onPress={onRestore}>
            {t('trouble.restore')}
          </Button>
        ) : null}
      </Stack>
    </Door>
  )
}
