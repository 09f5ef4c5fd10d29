import type Database from 'better-sqlite3'

/** A database larger than this is not read into memory as a whole. */
const largestScanned = 512 * 1024 * 1024

/**
 * Which of these texts stand anywhere in the database's decrypted pages: in rows, in indexes, in freed pages and in
 * what is left over within a page. Null where the database is too large to be looked through.
 *
 * The file itself can't be searched, since it is encrypted; so the pages are read decrypted into this process's
 * memory, looked through and wiped. A text that is split over two pages is not found: look for several.
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
