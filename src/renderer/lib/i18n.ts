import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { inAmerican, spellsAmerican } from '#shared/i18n/american.ts'
import { english } from '#shared/i18n/en/index.ts'
import { language } from '#shared/i18n/language.ts'
import { dateFormat, setDateLocale } from './dates.ts'
import { isolateDirection } from './isolate-direction.ts'
import { listInWords } from './lists.ts'
import { numberFormat } from './numbers.ts'
import { setSpelling } from './spelling.ts'

/** Loads the catalogue of words. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: english } },
    // React escapes markup itself; what is put into a sentence keeps its own direction.
    interpolation: { escapeValue: true, escape: isolateDirection },
    initAsync: false,
  })
  i18next.services.formatter?.addCached('list', (_language, options: unknown) => {
    // The catalogue's formats hold the options of `Intl.ListFormat` by name.
    return (parts: readonly string[]) => listInWords(parts, options as Intl.ListFormatOptions)
  })
  i18next.services.formatter?.addCached('number', (given, options: unknown) => {
    // The catalogue's formats hold the options of `Intl.NumberFormat` by name.
    return numberFormat(options as Intl.NumberFormatOptions, given).format
  })
}

/**
 * From now on, dates and times are written as the computer does, also those within a sentence of the catalogue, and the
 * catalogue and the shipped studies are spelled as in the computer's country.
 */
export function followComputer(computer: string): void {
  const words = spellsAmerican(computer) ? inAmerican(english) : english
  // Not deep: that would write into the catalogue itself.
  i18next.addResourceBundle(language, 'translation', words, false, true)
  setDateLocale(computer)
  setSpelling(computer)
  i18next.services.formatter?.addCached('datetime', (_language, options: unknown) => {
    // The catalogue's formats hold the options of `Intl.DateTimeFormat` by name.
    return dateFormat(options as Intl.DateTimeFormatOptions)
  })
}
