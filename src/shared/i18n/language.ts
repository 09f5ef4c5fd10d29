/** The language of the catalogue. Dates, numbers and lists on a screen follow it, not the computer's own. */
export const language = 'en'
