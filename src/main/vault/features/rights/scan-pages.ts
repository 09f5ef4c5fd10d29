import type Database from 'better-sqlite3'

/** A larger database is not read into memory. */
const largestScanned = 512 * 1024 * 1024

/**
 * Which of these texts occur in the database's decrypted pages: in rows, indexes, freed pages and unused space within
 * pages. Null if the database is too large.
 *
 * The file is encrypted and can't be searched itself. So this reads the decrypted pages into memory, searches them and
 * wipes them. A text split over two pages is not found, so search for several.
 */
export function findInPages(db: Database.Database, texts: readonly string[]): ReadonlySet<string> | null {
  const size =
    Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  if (size > largestScanned) return null
  const pages = db.serialize()
  try {
    return new Set(texts.filter((text) => pages.includes(text, 0, 'utf8')))
  } finally {
    pages.fill(0)
  }
}
