import { useTranslation } from 'react-i18next'
import type { ColumnRole } from '#shared/imports/guess-mapping.ts'
import type { TableSurvey } from '#shared/imports/table-survey.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { Choice } from './choice.ts'
import { withColumn } from './choice.ts'
import { columnOptions } from './column-options.ts'

/** What a card of the mapping gets, and changes. */
export interface MappingProps {
  readonly survey: TableSurvey
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** Chooses the column that has a role; an optional role can also have none. */
export function ColumnField({
  survey,
  choice,
  onChange,
  holds,
  label,
  isOptional = false,
}: MappingProps & { holds: ColumnRole; label: string; isOptional?: boolean }) {
  const { t } = useTranslation()
  const none = { value: 'none', label: t('imports.columns.none') }
  const at = choice.columns[holds]
  return (
    <SelectField
      label={label}
      placeholder={t('imports.columns.placeholder')}
      options={[...(isOptional ? [none] : []), ...columnOptions(t, survey, choice)]}
      value={at === null ? (isOptional ? 'none' : null) : String(at)}
      onChange={(value) =>
        onChange(withColumn(choice, survey, holds, value === 'none' ? null : Number(value)))
      }
    />
  )
}
