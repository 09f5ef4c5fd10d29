import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BackupItem } from '#shared/contract/operations/backups.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { backupColumns, idOf } from './backup-columns.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './list-card.module.css'

/** Lists the backups. Each can be checked as a whole, and one can be restored. */
export function ListCard({ backups }: { backups: readonly BackupItem[] }) {
  const { t } = useTranslation()
  const countOf = (wanted: BackupItem['state']) => backups.filter(({ state }) => state === wanted).length
  const unverified = countOf('other-key')
  const rotted = countOf('rotted')
  return (
    <Card
      title={t('backups.list.title')}
      actions={
        <Link to="/settings/backups/restore" className={buttonClass({ kind: 'secondary' })}>
          {t('backups.list.restore')}
        </Link>
      }
    >
      {backups.length === 0 ? (
        <EmptyState>{t('backups.list.empty')}</EmptyState>
      ) : (
        <Table
          caption={t('backups.list.caption')}
          isCaptionHidden
          columns={[
            ...backupColumns(t, backups),
            {
              id: 'check',
              header: t('backups.list.check'),
              cell: (item) =>
                item.state === 'good' || item.state === 'rotted' ? <Check backup={item} /> : null,
            },
          ]}
          rows={backups}
          rowId={idOf}
        />
      )}
      {rotted === 0 ? null : <Banner kind="caution" title={t('backups.list.rotted', { count: rotted })} />}
      {unverified === 0 ? null : (
        <Banner kind="caution" title={t('backups.list.unverified', { count: unverified })} />
      )}
      <p className={common['note']}>{t('backups.list.kept')}</p>
    </Card>
  )
}

function Check({ backup: { id, createdAt } }: { backup: BackupItem }) {
  const { t } = useTranslation()
  const api = useApi()
  const check = useMutation({ mutationFn: () => api.backups.check(id) })
  if (check.error) return <FailureNotice failure={check.error} />
  if (check.data)
    return <output>{t(check.data.isSound ? 'backups.list.sound' : 'backups.list.unsound')}</output>
  return (
    <span className={styles['check']}>
      <Button kind="quiet" isPending={check.isPending} onPress={() => check.mutate()}>
        <span aria-hidden>{check.isPending ? t('backups.list.checking') : t('backups.list.check')}</span>
        <VisuallyHidden>{t('backups.list.checkOf', { at: new Date(createdAt ?? 0) })}</VisuallyHidden>
      </Button>
    </span>
  )
}
