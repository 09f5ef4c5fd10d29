import { useTranslation } from 'react-i18next'
import { Banner } from '#renderer/ui/banner.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { withRepeated } from './choice.ts'
import type { MappingProps } from './column-field.tsx'
import { sampleOf } from './column-options.ts'

/** Asks about each name that several columns have which of them counts. */
export function RepeatedFields({ survey, choice, onChange }: MappingProps) {
  const { t } = useTranslation()
  const names = Object.keys(choice.repeated)
  if (names.length === 0) return null
  return (
    <>
      <Banner kind="caution" title={t('imports.reading.repeatedTitle', { names })}>
        {t('imports.reading.repeated')}
      </Banner>
      {names.map((name) => (
        <SelectField
          key={name}
          label={t('imports.reading.repeatedLabel', { name })}
          placeholder={t('imports.columns.placeholder')}
          options={[
            ...survey.columns.flatMap((column, at) =>
              column.name === name
                ? [
                    {
                      value: String(at),
                      label: t('imports.columns.unnamed', { place: at + 1 }),
                      description: sampleOf(t, column),
                    },
                  ]
                : [],
            ),
            { value: 'each', label: t('imports.reading.repeatedEach') },
          ]}
          value={choice.repeated[name] === null ? null : String(choice.repeated[name])}
          onChange={(value) =>
            onChange(withRepeated(choice, survey, name, value === 'each' ? 'each' : Number(value)))
          }
        />
      ))}
    </>
  )
}
