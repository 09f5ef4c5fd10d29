import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from '#shared/i18n/en/index.ts'
import { language } from '#shared/i18n/language.ts'

/** Loads the catalogue of words. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: english } },
    // React escapes text itself.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
