import { useTranslation } from 'react-i18next'
import type { RestoreResult } from '#shared/contract/operations/backups.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** The end of a restore: what opens the vault now, and what became of the one before. */
export function Restored({ result: { opensWith, replaced } }: { result: RestoreResult }) {
  const { t } = useTranslation()
  return (
    <Card>
      <p>{t(`backups.restore.done.${opensWith}`)}</p>
      <p>{t(`backups.restore.done.replaced.${replaced}`)}</p>
      <Stack direction="row">
        {/* The page starts afresh, as after a lock: nothing of the vault before is left in it. */}
        <Button kind="primary" size="large" onPress={() => window.location.reload()}>
          {t('backups.restore.done.unlock')}
        </Button>
      </Stack>
    </Card>
  )
}
