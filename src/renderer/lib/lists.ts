import { listed } from '#shared/listed.ts'
import { isolateDirection } from './isolate-direction.ts'

/** "a, b, and c" for a screen. Each part keeps its own direction. */
export function listInWords(parts: readonly string[], options?: Intl.ListFormatOptions): string {
  return listed(parts.map(isolateDirection), options)
}
