import type { TFunction } from 'i18next'
import { repeatedNames, type TableSurvey } from '#shared/imports/table-survey.ts'
import type { Option } from '#renderer/ui/option.ts'

/** The columns to choose from, each with its name, its place if the name doesn't tell it, and some of its texts. */
export function columnOptions(t: TFunction, survey: TableSurvey): Option[] {
  const repeated = repeatedNames(survey)
  return survey.columns.map(({ name, values }, at) => {
    const place = at + 1
    const label =
      name === ''
        ? t('imports.columns.unnamed', { place })
        : repeated.includes(name)
          ? t('imports.columns.repeatedName', { name, place })
          : name
    const shown = values.slice(0, 3).map(({ text }) => text)
    return {
      value: String(at),
      label,
      description:
        shown.length === 0
          ? t('imports.columns.noSample')
          : t('imports.columns.sample', { values: shown.join(' · ') }),
    }
  })
}
