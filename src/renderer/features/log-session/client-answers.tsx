import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/measures/instrument.ts'
import type { StoredSessionLog } from '#shared/sessions/session-log.ts'
import { Table } from '#renderer/ui/table.tsx'
import { clientComment, pairedItems } from './client-responses.ts'
import { ClientAnswer, PairTable } from './pair-table.tsx'
import { formIds } from './use-instruments.ts'
import styles from './log-session.module.css'

/** What the client answered about working together and about the session, and what they wrote; emotions are apart. */
export function ClientAnswers({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: (id: string) => Instrument | null
}) {
  const { t } = useTranslation()
  const comment = clientComment(stored)
  return (
    <>
      <PairTable
        caption={t('logSession.compare.alliance')}
        items={pairedItems(stored, findInstrument, 'attune-alliance-client', formIds.alliance)}
        kind="ratings"
      />
      <Table
        caption={t('logSession.compare.experience')}
        rows={pairedItems(stored, findInstrument, 'attune-session-experience', null)}
        rowId={({ id }) => id}
        columns={[
          { id: 'item', header: t('logSession.compare.item'), cell: ({ text }) => text, isRowHeader: true },
          {
            id: 'client',
            header: t('logSession.compare.theirs'),
            cell: (item) => <ClientAnswer item={item} />,
            align: 'end',
          },
        ]}
      />
      {comment === '' ? null : (
        <figure className={styles['quote']}>
          <figcaption>{t('logSession.client.comment')}</figcaption>
          <blockquote>{comment}</blockquote>
        </figure>
      )}
    </>
  )
}
