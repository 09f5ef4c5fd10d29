const longestId = 64

/**
 * Gives unique ids of lower-case words joined by hyphens. The same names in the same order give the same ids.
 *
 * `/44250-9` becomes `44250-9`, a second name with the same letters gets `-2`, a name without letters becomes
 * `fallback`.
 */
export function createIdMaker(fallback: string): (name: string) => string {
  const given = new Set<string>()
  return (name) => {
    const base = kebabOf(name) || fallback
    let id = base
    for (let count = 2; given.has(id); count += 1) {
      const ending = `-${String(count)}`
      id = base.slice(0, longestId - ending.length).replace(/-$/, '') + ending
    }
    given.add(id)
    return id
  }
}

/** Writes a name as lower-case words joined by hyphens; empty if it has neither Latin letters nor digits. */
export function kebabOf(name: string): string {
  return name
    .slice(0, 4 * longestId)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestId)
    .replace(/-$/, '')
}
