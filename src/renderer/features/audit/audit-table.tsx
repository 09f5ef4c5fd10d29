import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '#shared/audit/audit-entry.ts'
import type { ListedAuditEntry } from '#shared/contract/operations/audit.ts'
import { timeOf, weekdayOf, zoneHere } from '#renderer/lib/dates.ts'
import { Table, type TableColumn, type TableGroup } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'

/** Lists entries by day, newest first, in plain words and with the codes of their clients. */
export function AuditTable({
  entries,
  codes,
  names,
}: {
  entries: readonly ListedAuditEntry[]
  codes: ReadonlyMap<string, string>
  /** The names of people by their ids; null while they are not known. */
  names: ReadonlyMap<string, string> | null
}) {
  const { t } = useTranslation()
  const columns: TableColumn<ListedAuditEntry>[] = [
    { id: 'number', header: t('audit.list.number'), align: 'end', cell: ({ sequence }) => sequence },
    {
      id: 'time',
      header: t('audit.list.time'),
      cell: (entry) => (entry.kind === 'unreadable' ? null : <Time entry={entry} />),
    },
    {
      id: 'what',
      header: t('audit.list.what'),
      isRowHeader: true,
      cell: (entry) => <What entry={entry} names={names} />,
    },
    {
      id: 'whose',
      header: t('audit.list.whose'),
      cell: (entry) => (entry.kind === 'unreadable' ? null : <Whose entry={entry} codes={codes} />),
    },
  ]
  return (
    <Table
      caption={t('audit.list.caption')}
      isCaptionHidden
      columns={columns}
      groups={byDay(entries)}
      rowId={({ sequence }) => String(sequence)}
    />
  )
}

function Time({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const time = entryTime(entry)
  const { zone } = entry
  return (
    <span className={common['oneLine']}>
      {isElsewhere(entry) ? t('audit.list.otherZone', { time, zone }) : time}
    </span>
  )
}

function What({ entry, names }: { entry: ListedAuditEntry; names: ReadonlyMap<string, string> | null }) {
  const { t } = useTranslation()
  if (entry.kind === 'unreadable') return t('audit.list.unreadable')
  const { kind, count, contactId } = entry
  const happened = t(`audit.kinds.${kind}`)
  const what = count === null ? happened : t('audit.list.count', { what: happened, count })
  if (contactId === null || names === null) return what
  const name = names.get(contactId)
  return name === undefined ? t('audit.list.personGone', { what }) : t('audit.list.person', { what, name })
}

function Whose({ entry: { clientId }, codes }: { entry: AuditEntry; codes: ReadonlyMap<string, string> }) {
  const { t } = useTranslation()
  if (clientId === null) return null
  const code = codes.get(clientId)
  if (code === undefined) return <span className={common['note']}>{t('audit.list.erased')}</span>
  return (
    <Link to="/clients/$clientId" params={{ clientId }}>
      {code}
    </Link>
  )
}

/** Groups neighbouring entries of one day. The same day can come twice if the clock was set back. */
function byDay(entries: readonly ListedAuditEntry[]): TableGroup<ListedAuditEntry>[] {
  const groups: { id: string; label?: string; rows: ListedAuditEntry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const label = entry.kind === 'unreadable' ? last?.label : entryDay(entry)
    if (last && last.label === label) last.rows.push(entry)
    else groups.push({ id: String(entry.sequence), rows: [entry], ...(label === undefined ? {} : { label }) })
  }
  return groups
}

type Moment = Pick<AuditEntry, 'at' | 'zone'>

/** The entry's zone, or UTC if this computer does not know that zone. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** The day of an entry in its own zone, in words. */
function entryDay({ at, zone }: Moment): string {
  return weekdayOf(at, knownZone(zone))
}

/** The time of day of an entry in its own zone. */
function entryTime({ at, zone }: Moment): string {
  return timeOf(at, knownZone(zone))
}

/** Whether the entry's zone differs from this computer's. */
function isElsewhere({ zone }: Moment): boolean {
  return knownZone(zone) !== zoneHere()
}
