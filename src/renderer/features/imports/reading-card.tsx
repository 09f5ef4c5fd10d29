import { useTranslation } from 'react-i18next'
import { dateOrders, decimalMarks, type Delimiter, type TablePlace } from '#shared/imports/how-to-read.ts'
import { asksDateOrder } from '#shared/imports/guess-mapping.ts'
import { textEncodings, type TextEncodingName } from '#renderer/lib/read-text-file.ts'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { columnAt } from './choice.ts'
import type { MappingProps } from './column-field.tsx'
import { RepeatedFields } from './repeated-fields.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './imports.module.css'

const nameOf = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>
const marks = [',', ';', '\t', '|'] as const

/** Shows how Attune reads the file, and lets the user correct it. */
export function ReadingCard({
  survey,
  choice,
  onChange,
  encoding,
  onPlace,
  onEncoding,
}: MappingProps & {
  encoding: TextEncodingName
  onPlace: (place: TablePlace) => void
  onEncoding: (encoding: TextEncodingName) => void
}) {
  const { t } = useTranslation()
  const { how } = choice
  const { delimiter, header } = survey
  const date = columnAt(survey, choice.columns.date)
  const setHow = (change: Partial<typeof how>): void => onChange({ ...choice, how: { ...how, ...change } })
  const example = date?.values.find(({ text }) => /\d/.test(text))?.text ?? ''
  return (
    <Card title={t('imports.reading.title')}>
      <p>{t('imports.reading.rows', { columns: survey.columns.length, count: survey.rows })}</p>
      <ChoiceGroup
        label={t('imports.reading.encoding')}
        description={t('imports.reading.encodingAbout')}
        options={textEncodings.map((each) => ({
          value: each,
          label: t(`imports.reading.encodings.${each}`),
        }))}
        value={encoding}
        onChange={(chosen) => {
          if (chosen !== null && chosen !== encoding) onEncoding(chosen)
        }}
      />
      <RepeatedFields survey={survey} choice={choice} onChange={onChange} />
      <div className={styles['fields']}>
        <ChoiceGroup
          label={t('imports.reading.delimiter')}
          options={marks.map((mark) => ({
            value: mark,
            label: t(`imports.reading.delimiters.${nameOf[mark]}`),
          }))}
          value={delimiter}
          onChange={(mark) => {
            if (mark !== null && mark !== delimiter) onPlace({ delimiter: mark, header })
          }}
        />
        <NumberEntry
          label={t('imports.reading.header')}
          value={header}
          minimum={1}
          maximum={50}
          onChange={(row) => {
            if (row !== null && row !== header) onPlace({ delimiter, header: row })
          }}
        />
        <ChoiceGroup
          label={t('imports.reading.decimal')}
          options={decimalMarks.map((mark) => ({
            value: mark,
            label: t(`imports.reading.decimals.${mark}`),
          }))}
          value={how.decimal}
          onChange={(decimal) => {
            if (decimal !== null) setHow({ decimal })
          }}
        />
        {date === undefined || !asksDateOrder(date) ? null : (
          <ChoiceGroup
            label={t('imports.reading.dateOrder', { example })}
            {...(how.dateOrder === null ? { description: t('imports.reading.dateOrderOpen') } : {})}
            options={dateOrders.map((order) => ({
              value: order,
              label: t(`imports.reading.dateOrders.${order}`),
            }))}
            value={how.dateOrder}
            onChange={(dateOrder) => setHow({ dateOrder })}
          />
        )}
      </div>
      {survey.missing.length === 0 ? (
        <p className={common['note']}>{t('imports.reading.noMissing')}</p>
      ) : (
        <fieldset className={styles['group']}>
          <legend>{t('imports.reading.missing')}</legend>
          {survey.missing.map(({ code, count }) => (
            <CheckBox
              key={code}
              label={t('imports.reading.missingCode', { code, count })}
              isSelected={how.missing.includes(code)}
              onChange={(isMissing) =>
                setHow({
                  missing: isMissing ? [...how.missing, code] : how.missing.filter((each) => each !== code),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </Card>
  )
}
