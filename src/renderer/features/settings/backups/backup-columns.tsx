import type { TFunction } from 'i18next'
import type { BackupItem } from '#shared/contract/operations/backups.ts'
import { dayAndTimeOf } from '#renderer/lib/dates.ts'
import type { TableColumn } from '#renderer/ui/table.tsx'

/** The text that names a backup. */
export function idOf({ id }: Pick<BackupItem, 'id'>): string {
  return `${id.place}/${id.name}`
}

/** The columns for time, content if known, size and place. */
export function backupColumns(t: TFunction, backups: readonly BackupItem[]): TableColumn<BackupItem>[] {
  const holds: TableColumn<BackupItem> = {
    id: 'holds',
    header: t('backups.list.holds'),
    cell: ({ holdings }) =>
      holdings
        ? t('backups.list.counts', {
            clients: t('backups.list.clients', { count: holdings.clients }),
            sessions: t('backups.list.sessions', { count: holdings.sessions }),
          })
        : '',
  }
  return [
    { id: 'made', header: t('backups.list.made'), cell: (item) => madeAt(t, item), isRowHeader: true },
    ...(backups.some(({ holdings }) => holdings) ? [holds] : []),
    {
      id: 'size',
      header: t('backups.list.size'),
      align: 'end',
      cell: ({ bytes }) => t('backups.list.megabytes', { size: Math.max(0.1, bytes / 1_000_000) }),
    },
    { id: 'where', header: t('backups.list.where'), cell: ({ id }) => t(`backups.list.places.${id.place}`) },
    { id: 'state', header: t('backups.list.state'), cell: (item) => stateIn(t, item) },
  ]
}

function stateIn(t: TFunction, { state, reason }: BackupItem): string {
  if (state !== 'good' || reason === null || reason === 'usual') return t(`backups.list.states.${state}`)
  return t(`backups.list.reasons.${reason}`)
}

function madeAt(t: TFunction, { createdAt }: BackupItem): string {
  if (createdAt === null) return t('backups.list.unknown')
  return dayAndTimeOf(createdAt)
}
