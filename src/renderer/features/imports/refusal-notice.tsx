import { useTranslation } from 'react-i18next'
import type { FileRefusal } from '#shared/imports/import-problem.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'

/** Says why a file was not read, and what to do. */
export function RefusalNotice({ name, refusal: { code, row } }: { name: string; refusal: FileRefusal }) {
  const { t } = useTranslation()
  return (
    <ErrorNotice title={t('imports.refused.title', { name })}>
      <p>{t(`imports.refused.reason.${code}`, { row: row ?? 1 })}</p>
      <p>{t('imports.refused.nothing')}</p>
    </ErrorNotice>
  )
}
