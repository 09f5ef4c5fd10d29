import { useTranslation } from 'react-i18next'
import type { ExportChoice } from '#shared/contract/operations/exports.ts'
import { exportFormats } from '#shared/exports/export-formats.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'

export interface ClientOption {
  readonly id: ClientId
  readonly code: string
}

/** Chooses whose ratings leave, in which formats, and how much of them. */
export function ChoiceCard({
  clients,
  choice,
  privateForms,
  onChange,
}: {
  clients: readonly ClientOption[]
  choice: ExportChoice
  /** How many forms are marked as private. */
  privateForms: number
  onChange: (change: Partial<ExportChoice>) => void
}) {
  const { t } = useTranslation()
  const { formats } = choice
  return (
    <Card title={t('exports.choice.title')}>
      <SelectField
        label={t('exports.choice.whose')}
        placeholder={t('exports.choice.placeholder')}
        options={[
          { value: 'all', label: t('exports.choice.all') },
          ...clients.map(({ id, code }) => ({ value: id, label: code })),
        ]}
        value={choice.clientId ?? 'all'}
        onChange={(value) => onChange({ clientId: clients.find(({ id }) => id === value)?.id ?? null })}
      />
      {exportFormats.map((format) => (
        <CheckBox
          key={format}
          label={t(`exports.choice.${format}`)}
          description={t(`exports.choice.${format}About`)}
          isSelected={formats.includes(format)}
          onChange={(isSelected) =>
            onChange({
              formats: exportFormats.filter((each) =>
                each === format ? isSelected : formats.includes(each),
              ),
            })
          }
        />
      ))}
      <CheckBox
        label={t('exports.choice.words')}
        description={t('exports.choice.wordsAbout')}
        isSelected={choice.withWords}
        onChange={(withWords) => onChange({ withWords })}
      />
      {privateForms === 0 && !choice.withPrivate ? null : (
        <CheckBox
          label={t('exports.choice.private')}
          description={t('exports.choice.privateAbout', { count: privateForms })}
          isSelected={choice.withPrivate}
          onChange={(withPrivate) => onChange({ withPrivate })}
        />
      )}
    </Card>
  )
}
