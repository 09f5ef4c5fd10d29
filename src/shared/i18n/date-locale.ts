import { language } from './language.ts'

/**
 * The locale for dates and times: the words of the catalogue in the order and the hours of the computer's locale, such
 * as `en-DE-u-hc-h23` for `de-DE`. Gives the catalogue's own for a text that names no locale.
 */
export function dateLocaleFor(computer: string): string {
  try {
    const { region } = new Intl.Locale(computer).maximize()
    const { hourCycle } = new Intl.DateTimeFormat(computer, { timeStyle: 'short' }).resolvedOptions()
    const locale = `${englishOf(region)}-u-hc-${hourCycle ?? 'h23'}`
    return new Intl.Locale(locale).toString()
  } catch {
    return language
  }
}

/** The English of a region. Most regions without one write the day before the month. */
function englishOf(region: string | undefined): string {
  const own = `${language}-${region ?? '001'}`
  const { locale } = new Intl.DateTimeFormat(own).resolvedOptions()
  return locale === language ? `${language}-001` : own
}
