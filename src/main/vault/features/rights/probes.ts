const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const mostIds = 24
const mostPassages = 12
const passageLength = 32

/**
 * Texts whose presence shows that data of a client is still in the file: the random ids of single answers, events and
 * notes, which occur nowhere else, and passages of longer texts.
 *
 * Excludes the ids of the client and the sessions, because those stay in the audit log.
 */
export function probesOf(texts: Iterable<string>, stayingIds: ReadonlySet<string>): string[] {
  const ids = new Set<string>()
  const passages = new Set<string>()
  for (const text of texts) {
    for (const [id] of text.matchAll(uuid)) if (!stayingIds.has(id)) ids.add(id)
    if (isProse(text)) passages.add(middleOf(text))
  }
  return [...spread([...ids], mostIds), ...spread([...passages], mostPassages)]
}

/** JSON looks much the same for all clients. */
function isProse(text: string): boolean {
  return text.length >= passageLength && !/^[[{]/.test(text) && !/^[0-9a-f-]{36}$/.test(text)
}

function middleOf(text: string): string {
  const start = Math.floor((text.length - passageLength) / 2)
  const passage = text.slice(start, start + passageLength)
  // Half a surrogate pair would be found nowhere.
  return passage.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')
}

/** At most this many items, evenly spread over the list. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, most)
}
