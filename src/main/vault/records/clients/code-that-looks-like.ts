import type { Client, ClientEntry } from '#shared/records/client.ts'
import listed from 'unhomoglyph/data.json' with { type: 'json' }

/** Unicode's list of confusable characters (UTS 39). */
const lookAlikes = new Map(Object.entries(listed))

/**
 * The code of another client that looks the same as the entered one, such as K01 and KO1, or one with a Cyrillic letter;
 * null if there is none.
 */
export function codeThatLooksLike(
  { id, code }: Pick<ClientEntry, 'id' | 'code'>,
  clients: readonly Pick<Client, 'id' | 'code'>[],
): string | null {
  const entered = looksOf(code)
  return clients.find((other) => other.id !== id && looksOf(other.code) === entered)?.code ?? null
}

/** A code with each character as the one that it looks like: codes that look the same have the same looks. */
export function looksOf(code: string): string {
  const characters = Array.from(code.normalize('NFKC').normalize('NFD'))
  return characters.map((character) => lookAlikes.get(character) ?? character).join('')
}
