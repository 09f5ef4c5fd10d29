import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { useAuditExport } from './use-audit.ts'

/** Saves the whole log where the user chooses, as a table or for a program. */
export function AuditSaveCard() {
  const { t } = useTranslation()
  const save = useAuditExport()
  return (
    <Card title={t('audit.save.title')}>
      <p>{t('audit.save.about')}</p>
      <Stack direction="row" gap={12}>
        {(['csv', 'lines'] as const).map((format) => (
          <Button
            key={format}
            isPending={save.isPending && save.variables === format}
            onPress={() => save.mutate(format)}
          >
            {t(`audit.save.${format}`)}
          </Button>
        ))}
      </Stack>
      <output className={common['note']}>
        {save.data ? t('audit.save.saved', { count: save.data.entries, name: save.data.name }) : null}
      </output>
      <FailureNotice failure={save.error} />
    </Card>
  )
}
