/** The most that a bundle may hold. A larger one is refused before any work is spent on it. */
export const bundleLimits = {
  /** The encrypted file, in bytes: hundreds of clients with years of weekly ratings. */
  fileBytes: 16 * 1024 * 1024,
  /** The text inside, in UTF-16 code units. */
  characters: 16_000_000,
  /** Objects and lists inside each other. */
  nesting: 8,
  clients: 500,
  sessions: 2000,
  series: 200,
  episodes: 500,
  agreements: 500,
  checks: 1000,
  question: 2000,
  /** How far the ends of a scale may be from zero. */
  scaleEnd: 1_000_000,
} as const
