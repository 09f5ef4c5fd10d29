import { useTranslation } from 'react-i18next'
import type { Mapping } from '#shared/imports/mapping.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** A questionnaire of a table whose columns have been found. */
export interface KeptQuestionnaire {
  readonly title: string
  readonly mapping: Mapping
}

/** Lists the questionnaires that an import brings beside the one that is being looked for. */
export function KeptQuestionnaires({
  kept,
  onRemove,
}: {
  kept: readonly KeptQuestionnaire[]
  onRemove: (at: number) => void
}) {
  const { t } = useTranslation()
  if (kept.length === 0) return null
  return (
    <Card title={t('imports.kept.title')}>
      {kept.map(({ title, mapping: { items, instrument } }, at) => (
        // A questionnaire can be there twice, for two raters.
        <Stack key={`${at} ${title}`} direction="row" justify="between" align="centre">
          <span>
            {totalSourceIn(instrument.id) === null
              ? t('imports.kept.line', { title, count: items.length })
              : title}
          </span>
          <Button onPress={() => onRemove(at)}>{t('imports.kept.remove', { title })}</Button>
        </Stack>
      ))}
    </Card>
  )
}
