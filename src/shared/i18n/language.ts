/** The language of the catalogue. Numbers and lists on a screen follow it; for dates see `date-locale.ts`. */
export const language = 'en'
