import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { importLimits, type TablePlace } from '#shared/imports/how-to-read.ts'
import type { DoneImport, Surveyed } from '#shared/imports/import-preview.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { readAnyTextFile, type TextEncodingName } from '#renderer/lib/read-text-file.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { ChooseFile } from '#renderer/parts/choose-file.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import common from '#renderer/ui/common.module.css'
import { AttuneExport, TableToMap } from './table-to-map.tsx'
import { DoneCard } from './done-card.tsx'
import { RefusalNotice } from './refusal-notice.tsx'

/** A file that was looked at. */
interface LookedAt {
  readonly name: string
  readonly chosen: File
  readonly text: string
  readonly encoding: TextEncodingName
  readonly surveyed: Surveyed
}

/** What to look at: a chosen file, or the same one again in another encoding or with another place of its table. */
type ToLookAt =
  | File
  | { readonly name: string; readonly chosen: File; readonly encoding: TextEncodingName }
  | (LookedAt & { readonly place: TablePlace })

/** Imports ratings from a table: shows what it holds, asks what its columns mean, and saves only on confirmation. */
export function ImportRatingsScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const choose = useRef<HTMLButtonElement>(null)
  const [imported, setImported] = useState<DoneImport['brought'] | null>(null)
  const look = useMutation({
    mutationFn: async (given: ToLookAt): Promise<LookedAt> => {
      if ('place' in given) {
        const { place, ...file } = given
        return { ...file, surveyed: await api.imports.survey({ text: file.text, place }) }
      }
      const chosen = given instanceof File ? given : given.chosen
      const { name } = chosen
      const read = await readAnyTextFile(
        chosen,
        importLimits.bytes,
        given instanceof File ? null : given.encoding,
      )
      if (!read.ok) {
        const refusal = { code: 'too-large', row: null } as const
        return { name, chosen, text: '', encoding: 'utf-8', surveyed: { kind: 'refused', refusal } }
      }
      const text = read.text.replace(/^\u{feff}/u, '')
      const surveyed = await api.imports.survey({ text, place: null })
      return { name, chosen, text, encoding: read.encoding, surveyed }
    },
  })
  const take = (file: File): void => {
    setImported(null)
    look.mutate(file)
  }
  const finish = (brought: DoneImport['brought']): void => {
    setImported(brought)
    look.reset()
    // The focused button is gone.
    choose.current?.focus()
  }
  const { data } = look
  return (
    <Page title={t('imports.title')} subtitle={t('imports.subtitle')} width="narrow">
      <BackLink to="/settings">{t('imports.backToSettings')}</BackLink>
      <Card>
        <p>{t('imports.about')}</p>
        <p className={common['note']}>{t('imports.totals')}</p>
        <ChooseFile
          ref={choose}
          label={t(data === undefined ? 'imports.choose' : 'imports.chooseAnother')}
          types={['.csv', '.tsv', '.txt', '.json', '.xlsx', '.xls', '.sav']}
          reading={look.isPending ? look.variables.name : null}
          onFile={take}
          onCancel={look.reset}
          showsProgress
        />
        <FailureNotice failure={look.error} />
        {data?.surveyed.kind === 'refused' ? (
          <RefusalNotice name={data.name} refusal={data.surveyed.refusal} />
        ) : null}
      </Card>
      <DoneCard key={imported === null ? 'before' : look.submittedAt} imported={imported} />
      {data?.surveyed.kind === 'attune' ? (
        <AttuneExport
          key={look.submittedAt}
          name={data.name}
          text={data.text}
          format={data.surveyed.format}
          onImported={finish}
        />
      ) : null}
      {data?.surveyed.kind === 'table' ? (
        <TableToMap
          key={look.submittedAt}
          name={data.name}
          text={data.text}
          encoding={data.encoding}
          survey={data.surveyed.survey}
          onPlace={(place) => look.mutate({ ...data, place })}
          onEncoding={(encoding) => look.mutate({ name: data.name, chosen: data.chosen, encoding })}
          onImported={finish}
        />
      ) : null}
    </Page>
  )
}
