import type { TFunction } from 'i18next'
import { repeatedNames, type ColumnSurvey, type TableSurvey } from '#shared/imports/table-survey.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import type { Option } from '#renderer/ui/option.ts'
import type { Choice } from './choice.ts'
import { isOffered } from './repeated-columns.ts'

/** Some of the texts of a column. */
export function sampleOf(t: TFunction, { values }: ColumnSurvey): string {
  const shown = values.slice(0, 3).map(({ text }) => text)
  return shown.length === 0
    ? t('imports.columns.noSample')
    : t('imports.columns.sample', { values: shown.map(isolateDirection).join(' · ') })
}

/** The columns to choose from, each with its name, its place if the name doesn't tell it, and some of its texts. */
export function columnOptions(t: TFunction, survey: TableSurvey, { repeated }: Choice): Option[] {
  const shared = repeatedNames(survey)
  return survey.columns.flatMap((column, at) => {
    if (!isOffered(survey, repeated, at)) return []
    const { name } = column
    const place = at + 1
    const label =
      name === ''
        ? t('imports.columns.unnamed', { place })
        : shared.includes(name)
          ? t('imports.columns.repeatedName', { name, place })
          : name
    return { value: String(at), label, description: sampleOf(t, column) }
  })
}
