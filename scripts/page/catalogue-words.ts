import type { Plugin } from 'vite'
import { english } from '../../src/shared/i18n/en/index.ts'

/** Puts the catalogue's words in the place of `%their.path%` in the page; a path that has no words breaks the build. */
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
