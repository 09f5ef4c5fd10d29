import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { PackRow } from './pack-row.tsx'
import type { PackAction } from './use-packs.ts'
import styles from './instruments.module.css'

/** Lists all instruments, the offered and the retired separately. */
export function PackList({ packs }: { packs: readonly PackListItem[] }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ action: PackAction; pack: PackListItem } | null>(null)
  const [done, setDone] = useState('')
  const retired = packs.filter(({ state }) => state === 'retired')
  const groups = [
    { id: 'offered', packs: packs.filter(({ state }) => state === 'offered') },
    { id: 'retired', packs: retired },
  ] as const
  return (
    <>
      <output className={styles['done']}>{done}</output>
      {groups.map((group) => (
        <Card key={group.id} title={t(`packs.list.${group.id}`)}>
          {group.packs.length === 0 ? (
            <p className={styles['note']}>{t('packs.list.noneRetired')}</p>
          ) : (
            <ul className={styles['packs']}>
              {group.packs.map((pack) => (
                <PackRow
                  key={`${pack.instrument.id}@${String(pack.instrument.version)}`}
                  pack={pack}
                  onAction={(action) => setAsked({ action, pack })}
                />
              ))}
            </ul>
          )}
        </Card>
      ))}
      {asked === null ? null : (
        <PackActionDialog
          action={asked.action}
          pack={asked.pack}
          onClose={() => setAsked(null)}
          onDone={() => {
            const { title, version } = asked.pack.instrument
            setDone(t(`packs.action.${asked.action}.done`, { title, version }))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

/** Explains retiring, offering again or removing, and does it on confirmation. */
function PackActionDialog({
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
