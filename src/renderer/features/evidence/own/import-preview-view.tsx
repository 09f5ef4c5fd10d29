import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRecord } from '#shared/evidence/import-preview.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile } from '#renderer/parts/reading-file.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { problemWords, placeWords } from '../problem-words.ts'
import type { LookedAt } from './read-import-file.ts'
import common from '#renderer/ui/common.module.css'
import styles from './own.module.css'

const mostShown = 100

// Records that need a decision come first.
const order: Record<ImportRecord['outcome'], number> = { refused: 0, 'changes-own': 1, new: 2, known: 3 }
const leftOutOf = (record: ImportRecord) => (record.outcome === 'refused' ? [] : record.leftOut)
const outcomes = ['new', 'changes-own', 'known', 'refused'] as const

/** Shows what a file contains and what an import would do with each record. Saves nothing before the user confirms. */
export function ImportPreviewView({
  looked: { name, text, encoding, preview },
  onImported,
}: {
  looked: LookedAt
  onImported: (count: number) => void
}) {
  const { t } = useTranslation()
  const [writesOver, setWritesOver] = useState(false)
  const { records } = preview
  const count = (outcome: ImportRecord['outcome']) =>
    records.filter((record) => record.outcome === outcome).length
  const withLeftOut = records.filter((record) => leftOutOf(record).length > 0).length
  const wanted = records
    .filter(({ outcome }) => outcome === 'new' || (outcome === 'changes-own' && writesOver))
    .map(({ index }) => index)
  const bring = useChange('evidence.import', {
    onSuccess: ({ imported }) => onImported(imported.length),
  })
  if (preview.problems.length > 0 || preview.format === null)
    return (
      <ErrorNotice title={t('evidence.import.refused', { name })}>
        <p>{t('evidence.import.nothingKept')}</p>
        <ul className={styles['problems']}>
          {preview.problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{problemWords(t, problem)}</li>
          ))}
        </ul>
      </ErrorNotice>
    )
  const shown = records
    .toSorted(
      (one, other) =>
        order[one.outcome] - order[other.outcome] ||
        Number(leftOutOf(one).length === 0) - Number(leftOutOf(other).length === 0) ||
        one.index - other.index,
    )
    .slice(0, mostShown)
  return (
    <Card title={t('evidence.import.inFile', { name })}>
      <p>{t(`evidence.import.read.${preview.format}`, { count: records.length })}</p>
      {encoding === 'windows-1252' ? (
        <Banner kind="info" title={t('evidence.import.windows.title')}>
          {t('evidence.import.windows.why')}
        </Banner>
      ) : null}
      <ul className={styles['problems']}>
        {outcomes.map((outcome) =>
          count(outcome) === 0 ? null : (
            <li key={outcome}>{t(`evidence.import.count.${outcome}`, { count: count(outcome) })}</li>
          ),
        )}
        {withLeftOut === 0 ? null : <li>{t('evidence.import.count.leftOut', { count: withLeftOut })}</li>}
      </ul>
      {count('changes-own') === 0 ? null : (
        <CheckBox
          label={t('evidence.import.writeOver', { count: count('changes-own') })}
          isSelected={writesOver}
          onChange={setWritesOver}
        />
      )}
      <FailureNotice failure={bring.error} />
      <div>
        <Button
          kind="primary"
          size="large"
          isDisabled={wanted.length === 0}
          isPending={bring.isPending}
          onPress={() => bring.mutate({ name, text, records: wanted })}
        >
          {wanted.length === 0
            ? t('evidence.import.nothingToImport')
            : t('evidence.import.confirm', { count: wanted.length })}
        </Button>
      </div>
      {bring.isPending ? <ReadingFile name={name} /> : null}
      <ol className={styles['records']}>
        {shown.map((record) => (
          <ImportRecordRow key={record.index} record={record} />
        ))}
      </ol>
      {records.length > shown.length ? (
        <p className={common['note']}>
          {t('evidence.import.more', { count: records.length - shown.length })}
        </p>
      ) : null}
    </Card>
  )
}

/** One record of a file: its content, what it lacks or why it is refused, and its place in the file. */
function ImportRecordRow({ record }: { record: ImportRecord }) {
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
  const { article, leftOut, toComplete } = record
  const lacking = [...new Set(toComplete.map(({ place }) => placeWords(t, place)))]
  const reference = [article.authors.join('; '), article.year, article.journal, article.doi].filter(Boolean)
  return (
    <>
      <p className={common['note']}>{reference.join(' · ')}</p>
      {leftOut.map(({ part, text }) => (
        <p key={part} className={common['note']}>
          {t(`evidence.import.leftOut.${part}`, { text })}
        </p>
      ))}
      {lacking.length === 0 || record.outcome === 'known' ? null : (
        <p className={common['note']}>{t('evidence.import.lacks', { parts: lacking.join(', ') })}</p>
      )}
    </>
  )
}
