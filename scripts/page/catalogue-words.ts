import type { Plugin } from 'vite'
import { english } from '../../src/shared/i18n/en/index.ts'

/** Replaces `%path.of.words%` in the page with words of the catalogue; an unknown path breaks the build. */
export function catalogueWords(): Plugin {
  return {
    name: 'catalogue-words',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/%([\w.]+)%/g, (_all, path: string) => wordsAt(path)),
    },
  }
}

function wordsAt(path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((part, name) => (part === undefined ? part : Object(part)[name]), english)
  if (typeof found !== 'string') throw new Error(`The catalogue has no words at ${path}.`)
  return found.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
