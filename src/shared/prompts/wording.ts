/** A score or difference for a sentence: at most one decimal, and no sign. */
export function inWords(score: number): string {
  const rounded = Math.round(Math.abs(score) * 10) / 10
  return String(rounded)
}

/** A rating for a sentence: at most one decimal, with the sign that some scales have. */
export function ratingInWords(rating: number): string {
  const words = inWords(rating)
  return rating < 0 && words !== '0' ? `−${words}` : words
}

/** "1 rating", "5 ratings". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${String(count)} ${count === 1 ? singular : plural}`
}
