import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '#renderer/lib/app-context.ts'
import { ChooseFile } from '#renderer/parts/choose-file.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackRow } from '../back-row.tsx'
import { noFilters } from '../evidence-filters.ts'
import { forgetPlace, rememberFilters } from '../remembered-place.ts'
import { ImportPreviewView } from './import-preview-view.tsx'
import { readImportFile, type LookedAt } from './read-import-file.ts'
import styles from './own.module.css'

/** Imports summaries and references from a file: shows a preview, and saves only on confirmation. */
export function ImportScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const choose = useRef<HTMLButtonElement>(null)
  const [imported, setImported] = useState<number | null>(null)
  const look = useMutation({
    mutationFn: async (chosen: File): Promise<LookedAt> => {
      const { refused, ...file } = await readImportFile(chosen)
      const { name, text } = file
      return { ...file, preview: refused ?? (await api.evidence.previewImport({ name, text })) }
    },
  })
  const take = (file: File): void => {
    setImported(null)
    look.mutate(file)
  }
  return (
    <>
      <BackRow />
      <Page title={t('evidence.import.title')} subtitle={t('evidence.import.subtitle')} width="narrow">
        <Card>
          <p>{t('evidence.import.about')}</p>
          <ChooseFile
            ref={choose}
            label={t(look.data === undefined ? 'evidence.import.choose' : 'evidence.import.chooseAnother')}
            types={['.md', '.markdown', '.ris', '.bib', '.nbib', '.enw', '.txt']}
            reading={look.isPending ? look.variables.name : null}
            onFile={take}
            onCancel={look.reset}
          />
          <FailureNotice failure={look.error} />
        </Card>
        {imported === null ? null : <ImportDone count={imported} />}
        {look.data === undefined ? null : (
          <div className={styles['form']}>
            <ImportPreviewView
              key={look.submittedAt}
              looked={look.data}
              onImported={(count) => {
                setImported(count)
                look.reset()
                // The focused element is gone.
                choose.current?.focus()
              }}
            />
          </div>
        )}
      </Page>
    </>
  )
}

/** Says how much was imported, and links to it. */
function ImportDone({ count }: { count: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <Banner
      kind="info"
      title={t('evidence.import.done', { count })}
      actions={
        <Button
          onPress={() => {
            rememberFilters(queryClient, { ...noFilters, marks: ['own'] })
            forgetPlace(queryClient)
            void navigate({ to: '/evidence' })
          }}
        >
          {t('evidence.import.seeOwn')}
        </Button>
      }
    />
  )
}
