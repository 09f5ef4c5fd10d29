import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ErasurePreview } from '#shared/contract/operations/rights.ts'
import type { Client } from '#shared/records/client.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { dayInWords } from './dates.ts'
import { useErasurePreview } from './use-rights.ts'
import styles from './rights.module.css'

/** What an erasure takes and what it does not reach. */
export function ErasureExtent({ client }: { client: Client }) {
  const { t } = useTranslation()
  const preview = useErasurePreview(client.id)
  if (preview.isError) {
    const { title, advice } = wordsForFailure(t, preview.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void preview.refetch()}>{t('rights.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!preview.data) return <Loading label={t('rights.loading')} />
  return (
    <>
      <Goes preview={preview.data} />
      <Stays preview={preview.data} client={client} />
    </>
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
      <p className={styles['note']}>{t('rights.erase.goes.log')}</p>
    </Card>
  )
}

function Stays({ preview: { leavesBackupsOn }, client }: { preview: ErasurePreview; client: Client }) {
  const { t } = useTranslation()
  return (
    <Card title={t('rights.erase.stays.title')}>
      <p>
        {leavesBackupsOn === null
          ? t('rights.erase.stays.noBackups')
          : t('rights.erase.stays.backups', { date: dayInWords(leavesBackupsOn) })}
      </p>
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
