import { useTranslation } from 'react-i18next'
import type { RestoreResult } from '#shared/contract/operations/backups.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** The end of a restore: what opens the vault now, and what happened to the last one. */
export function Restored({
  result: { opensWith, replaced, isBackedUp, knowsSharing },
}: {
  result: RestoreResult
}) {
  const { t } = useTranslation()
  const api = useApi()
  /** Reloads the page as after any lock, from the first screen, because the current place belongs to the old vault. */
  const leave = (): void => {
    window.location.hash = ''
    void api.lock.now()
  }
  return (
    <Card>
      <p>{t(`backups.restore.done.${opensWith}`)}</p>
      <p>{t(`backups.restore.done.replaced.${replaced}`)}</p>
      {isBackedUp ? <p>{t('backups.restore.done.isBackedUp')}</p> : null}
      {knowsSharing ? null : <p>{t('backups.restore.done.sharingUnknown')}</p>}
      <Stack direction="row">
        <Button kind="primary" size="large" onPress={leave}>
          {t('backups.restore.done.unlock')}
        </Button>
      </Stack>
    </Card>
  )
}
