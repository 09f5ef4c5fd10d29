import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupItem, BackupSource } from '#shared/contract/operations/backups.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { backupColumns, idOf } from '../backup-columns.tsx'
import { useChosen } from '../use-backups.ts'

/** Lists the backups that Attune knows, newest first, and offers to open another file. */
export function ChooseBackup({
  onChoose,
  isPending,
  failure,
  onLeave,
}: {
  onChoose: (source: BackupSource) => void
  isPending: boolean
  failure: unknown
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const list = useAsk('backups.list')
  const chooseFile = useChosen()
  const [pressed, setPressed] = useState<string | null>(null)
  const file = useMutation({
    mutationFn: () => chooseFile('backup-file'),
    onSuccess: (chosen) => {
      if (chosen) onChoose({ kind: 'chosen', token: chosen.token })
    },
  })
  const backups = (list.data?.backups ?? []).filter(({ state }) => state !== 'damaged' && state !== 'newer')
  return (
    <>
      <p>{t('backups.restore.choose.lead')}</p>
      <FailureNotice failure={failure ?? file.error ?? list.error} />
      <Card>
        {list.isPending ? <Loading label={t('backups.loading')} /> : null}
        {list.data && backups.length === 0 ? (
          <EmptyState>{t('backups.restore.choose.none')}</EmptyState>
        ) : null}
        {backups.length === 0 ? null : (
          <Table
            caption={t('backups.list.caption')}
            isCaptionHidden
            columns={[
              ...backupColumns(t, backups),
              {
                id: 'open',
                header: t('backups.restore.choose.open'),
                cell: (item) => (
                  <OpenButton
                    backup={item}
                    isPending={isPending && pressed === idOf(item)}
                    onPress={() => {
                      setPressed(idOf(item))
                      onChoose({ kind: 'listed', id: item.id })
                    }}
                  />
                ),
              },
            ]}
            rows={backups}
            rowId={idOf}
          />
        )}
      </Card>
      <Stack direction="row" gap={12}>
        <Button isPending={file.isPending} onPress={() => file.mutate()}>
          {t('backups.restore.choose.file')}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {t('backups.restore.choose.leave')}
        </Button>
      </Stack>
    </>
  )
}

function OpenButton({
  backup: { createdAt },
  isPending,
  onPress,
}: {
  backup: BackupItem
  isPending: boolean
  onPress: () => void
}) {
  const { t } = useTranslation()
  return (
    <Button kind="quiet" isPending={isPending} onPress={onPress}>
      <span aria-hidden>
        {isPending ? t('backups.restore.choose.opening') : t('backups.restore.choose.open')}
      </span>
      <VisuallyHidden>{t('backups.restore.choose.openOf', { at: new Date(createdAt ?? 0) })}</VisuallyHidden>
    </Button>
  )
}
