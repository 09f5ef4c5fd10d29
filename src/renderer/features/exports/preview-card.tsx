import { useTranslation } from 'react-i18next'
import type { ExportPreview } from '#shared/contract/operations/exports.ts'
import { numberFormat } from '#renderer/lib/numbers.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Table } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'

type FileToSave = ExportPreview['files'][number]

/** Shows what an export would hold, what it leaves out and why, and its files. */
export function PreviewCard({ preview, hasFormat }: { preview: ExportPreview; hasFormat: boolean }) {
  const { t } = useTranslation()
  const { clients, sessions, forms, files } = preview
  const number = numberFormat().format
  const rowsOf = ({ rows, columns }: FileToSave): string => {
    if (rows === null) return t('exports.preview.script')
    return columns === null ? t('exports.preview.resources', { count: rows }) : number(rows)
  }
  const leftOut = (['clientsLeftOut', 'fictionalLeftOut'] as const).filter((what) => preview[what] > 0)
  return (
    <Card title={t('exports.preview.title')}>
      {sessions === 0 ? (
        <p>{t('exports.preview.nothing')}</p>
      ) : (
        <p>
          {t('exports.preview.sum', {
            clients: t('exports.preview.clients', { count: clients }),
            sessions: t('exports.preview.sessions', { count: sessions }),
            forms: t('exports.preview.forms', { count: forms }),
          })}
        </p>
      )}
      {leftOut.map((what) => (
        <p key={what}>{t(`exports.preview.${what}`, { count: preview[what] })}</p>
      ))}
      {preview.hiddenForms === 0 ? null : (
        <p>{t('exports.preview.hidden', { count: preview.hiddenForms })}</p>
      )}
      {sessions > 0 && !hasFormat ? <p>{t('exports.preview.noFormat')}</p> : null}
      {files.length === 0 ? null : (
        <>
          <Table
            caption={t('exports.preview.files')}
            isCaptionHidden
            rows={files}
            rowId={({ name }) => name}
            columns={[
              { id: 'name', header: t('exports.preview.file'), cell: ({ name }) => name, isRowHeader: true },
              { id: 'rows', header: t('exports.preview.rows'), align: 'end', cell: rowsOf },
              {
                id: 'columns',
                header: t('exports.preview.columns'),
                align: 'end',
                cell: ({ columns }) => (columns === null ? '' : number(columns)),
              },
            ]}
          />
          <p className={common['note']}>{t('exports.preview.identifies')}</p>
        </>
      )}
    </Card>
  )
}
