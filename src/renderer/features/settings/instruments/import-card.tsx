import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/contract/result.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { ChooseFile } from '#renderer/parts/choose-file.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { AskedPack } from './asked-pack.tsx'
import { DraftPack } from './draft-pack.tsx'
import { ProblemList } from './problem-list.tsx'
import { ReadyPack } from './ready-pack.tsx'
import { readPackFile, type LookedAt } from './read-pack-file.ts'
import styles from './instruments.module.css'

/** Imports an instrument from a file: shows a preview, and imports on confirmation. */
export function ImportCard() {
  const { t } = useTranslation()
  const [looked, setLooked] = useState<LookedAt | null>(null)
  const [done, setDone] = useState('')
  const choose = useRef<HTMLButtonElement>(null)
  const api = useApi()
  const read = useMutation({ mutationFn: (chosen: File) => readPackFile(chosen, api.packs.preview) })
  const take = (file: File): void => {
    setDone('')
    setLooked(null)
    read.mutate(file, { onSuccess: setLooked })
  }
  const finish = (words: string): void => {
    setLooked(null)
    setDone(words)
    // The focused element is gone.
    choose.current?.focus()
  }
  return (
    <Card title={t('packs.import.title')}>
      <p>{t('packs.import.about')}</p>
      <p>{t('packs.import.rights')}</p>
      <ChooseFile
        ref={choose}
        label={t(looked === null ? 'packs.import.choose' : 'packs.import.chooseAnother')}
        types={['.json', 'application/json', 'application/fhir+json', '.csv']}
        reading={read.isPending ? read.variables.name : null}
        onFile={take}
        onCancel={read.reset}
      />
      {read.error instanceof AppError ? <FailureNotice failure={read.error} /> : null}
      {read.isError && !(read.error instanceof AppError) ? (
        <ErrorNotice title={t('packs.import.unreadable')}>{t('packs.import.unreadableAdvice')}</ErrorNotice>
      ) : null}
      <output className={styles['done']}>{done}</output>
      {looked === null ? null : (
        <LookedAtFile key={looked.file.id} looked={looked} onLookAgain={setLooked} onFinish={finish} />
      )}
    </Card>
  )
}

function LookedAtFile({
  looked: { file, preview, next },
  onLookAgain,
  onFinish,
}: {
  looked: LookedAt
  onLookAgain: (looked: LookedAt) => void
  onFinish: (words: string) => void
}) {
  const { t } = useTranslation()
  if (preview.ok) return <ReadyPack file={file} preview={preview} next={next} onFinish={onFinish} />
  if (preview.draft !== null) return <DraftPack file={file} draft={preview.draft} onFinish={onFinish} />
  if (preview.asks.length > 0)
    return <AskedPack file={file} asks={preview.asks} onRead={onLookAgain} onCancel={() => onFinish('')} />
  return (
    <ErrorNotice title={t('packs.import.refused', { name: file.name })}>
      <p>{t('packs.import.refusedAdvice')}</p>
      <ProblemList problems={preview.problems} further={preview.further} />
    </ErrorNotice>
  )
}
