import { useTranslation } from 'react-i18next'
import type { ImportRecord } from '#shared/evidence/import-preview.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import { placeWords, problemWords } from '../problem-words.ts'
import styles from './own.module.css'

/** One record of a file: its content, what it lacks or why it is refused, and its place in the file. */
export function ImportRecordRow({ record }: { record: ImportRecord }) {
  const { t } = useTranslation()
  return (
    <li className={styles['record']}>
      <Stack direction="row" gap={12} lineGap={4} align="baseline">
        <span className={styles['recordName']}>{record.label}</span>
        <Tag kind={record.outcome === 'refused' ? 'risk' : 'plain'}>
          {t(`evidence.import.outcome.${record.outcome}`)}
        </Tag>
        <span className={common['note']}>{t('evidence.import.line', { line: record.line })}</span>
      </Stack>
      {record.outcome === 'refused' ? (
        <ul className={styles['problems']}>
          {record.problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{problemWords(t, problem)}</li>
          ))}
        </ul>
      ) : (
        <ReadableRecord record={record} />
      )}
    </li>
  )
}

function ReadableRecord({ record }: { record: Exclude<ImportRecord, { outcome: 'refused' }> }) {
  const { t } = useTranslation()
  const { article, toComplete } = record
  const lacking = [...new Set(toComplete.map(({ place }) => placeWords(t, place)))]
  const reference = [article.authors.join('; '), article.year, article.journal, article.doi].filter(Boolean)
  return (
    <>
      <p className={common['note']}>{reference.join(' · ')}</p>
      {lacking.length === 0 || record.outcome === 'known' ? null : (
        <p className={common['note']}>{t('evidence.import.lacks', { parts: lacking.join(', ') })}</p>
      )}
    </>
  )
}
