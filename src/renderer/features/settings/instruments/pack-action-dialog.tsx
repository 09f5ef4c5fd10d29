import { useTranslation } from 'react-i18next'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import type { PackAction } from './use-packs.ts'

/** Explains retiring, offering again or removing, and does it on confirmation. */
export function PackActionDialog({
  action,
  pack,
  onClose,
  onDone,
}: {
  action: PackAction
  pack: PackListItem
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const run = useChange(`packs.${action}`)
  const { id, title, version } = pack.instrument
  return (
    <Dialog
      title={t(`packs.action.${action}.title`, { title, version })}
      role={action === 'remove' ? 'alertdialog' : 'dialog'}
      isOpen
      isDismissable={!run.isPending}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={run.isPending}>
            {t('packs.action.cancel')}
          </Button>
          <Button
            kind={action === 'remove' ? 'danger' : 'primary'}
            isPending={run.isPending}
            onPress={() => run.mutate({ id, version }, { onSuccess: onDone })}
          >
            {run.isPending ? t('packs.action.working') : t(`packs.action.${action}.confirm`)}
          </Button>
        </>
      }
    >
      <p>{t(`packs.action.${action}.text`)}</p>
      <FailureNotice failure={run.error} />
    </Dialog>
  )
}
