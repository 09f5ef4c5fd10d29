import { useTranslation } from 'react-i18next'
import type { GoneBack } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { dayAndTimeOf } from '#renderer/lib/dates.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { TroublePage } from './trouble-screen.tsx'

/**
 * Says that the vault is not as Attune left it, before anything can be written to it: what may have happened, and the
 * ways on. The vault process refuses every change until the user goes on or restores a backup.
 */
export function GoneBackScreen({
  goneBack: { kind, newestBackup },
  onLook,
  onRestore,
}: {
  goneBack: GoneBack
  /** Opens the vault for reading only. */
  onLook: () => void
  onRestore: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const takeStatus = useTakeStatus()
  const goOn = useChange('vault.goOn', { onSuccess: takeStatus })
  const words = t(`trouble.goneBack.${kind}`, { returnObjects: true })
  const newest = newestBackup
    ? t('trouble.newestBackup', { when: dayAndTimeOf(newestBackup.createdAt) })
    : t('trouble.noBackup')
  return (
    <TroublePage words={{ ...words, happened: `${words.happened} ${newest}` }} showsFolder>
      {newestBackup ? (
        <Button kind="primary" size="large" onPress={onRestore}>
          {t('trouble.restore')}
        </Button>
      ) : null}
      <Button
        kind={newestBackup ? 'secondary' : 'primary'}
        size="large"
        isPending={goOn.isPending}
        onPress={() => goOn.mutate()}
      >
        {t('trouble.goOn')}
      </Button>
      <Button size="large" onPress={onLook}>
        {t('trouble.lookFirst')}
      </Button>
      <Button size="large" kind="quiet" onPress={() => void api.app.quit()}>
        {t('trouble.quit')}
      </Button>
      <FailureNotice failure={goOn.error} />
    </TroublePage>
  )
}
