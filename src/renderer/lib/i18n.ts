import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from '#shared/i18n/en/index.ts'

/** Loads the one catalogue of words. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: english } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
