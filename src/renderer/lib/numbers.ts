import { language } from '#shared/i18n/language.ts'

/** Writes numbers for a screen. */
export interface NumberFormat {
  readonly format: (value: number) => string
}

/** Writes numbers as the catalogue does, with a true minus sign: a hyphen is too short for one. */
export function numberFormat(
  options: Intl.NumberFormatOptions = {},
  locale: string = language,
): NumberFormat {
  const format = new Intl.NumberFormat(locale, options)
  return { format: (value) => format.format(value).replace('-', '−') }
}
