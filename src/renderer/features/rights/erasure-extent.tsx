import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ErasurePreview } from '#shared/contract/operations/rights.ts'
import type { Client } from '#shared/records/client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { dayInWords } from '#renderer/lib/dates.ts'
import common from '#renderer/ui/common.module.css'
import styles from './rights.module.css'

/** Lists what an erasure removes and what it does not reach. */
export function ErasureExtent({ client }: { client: Client }) {
  const { t } = useTranslation()
  // Every save changes it.
  const preview = useAsk('rights.erasurePreview', { clientId: client.id }, { staleTime: 0, gcTime: 0 })
  return (
    <Loaded query={preview} loading={t('rights.loading')}>
      {(extent) => (
        <>
          <Goes preview={extent} />
          <Stays preview={extent} client={client} />
        </>
      )}
    </Loaded>
  )
}

function Goes({ preview }: { preview: ErasurePreview }) {
  const { t } = useTranslation()
  const counted = (['earlierVersions', 'drafts', 'riskAnswers'] as const).filter((what) => preview[what] > 0)
  return (
    <Card title={t('rights.erase.goes.title')}>
      <ul className={styles['list']}>
        <li>{t('rights.erase.goes.client')}</li>
        <li>{t('rights.erase.goes.sessions', { count: preview.sessions })}</li>
        {counted.map((what) => (
          <li key={what}>{t(`rights.erase.goes.${what}`, { count: preview[what] })}</li>
        ))}
      </ul>
      <p className={common['note']}>{t('rights.erase.goes.log')}</p>
    </Card>
  )
}

function Stays({
  preview: { leavesBackupsOn, unknownBackups },
  client,
}: {
  preview: ErasurePreview
  client: Client
}) {
  const { t } = useTranslation()
  return (
    <Card title={t('rights.erase.stays.title')}>
      <p>
        {leavesBackupsOn === null
          ? t('rights.erase.stays.noBackups')
          : t('rights.erase.stays.backups', { date: dayInWords(leavesBackupsOn) })}
      </p>
      {unknownBackups === 0 ? null : <p>{t('rights.erase.stays.unknown', { count: unknownBackups })}</p>}
      <p>{t('rights.erase.stays.copies')}</p>
      <p>
        {t('rights.erase.stays.export')}{' '}
        <Link to="/clients/$clientId/export" params={{ clientId: client.id }}>
          {t('rights.erase.stays.exportLink', { code: client.code })}
        </Link>
      </p>
    </Card>
  )
}
