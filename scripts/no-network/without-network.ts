import type { Plugin } from 'vite'

/** Packages whose only purpose is to fetch; none of them may end up in the app. */
export const fetchingPackages = [
  'sync-fetch',
  'node-fetch',
  'fetch-blob',
  'data-uri-to-buffer',
  'formdata-polyfill',
]

const inTheirPlace = '\0without-network'

/**
 * Leaves a library's network code out of the build: citation-js can fetch what an address points to, in one module,
 * and an empty one stands in its place. Anything else that would bring in a package that fetches breaks the build.
 */
export function withoutNetwork(): Plugin {
  return {
    name: 'without-network',
    enforce: 'pre',
    resolveId(source, importer) {
      const isFetchingModule = /(^|\/)fetchFile(Async)?(\.js)?$/.test(source)
      if (isFetchingModule && importer?.includes('@citation-js/core')) return inTheirPlace
      if (fetchingPackages.includes(source)) throw new Error(`${source} would be in the app; it can fetch`)
      return null
    },
    load(id) {
      if (id !== inTheirPlace) return null
      return [
        `const none = () => { throw new Error('Attune has no network') }`,
        'export { none as fetchFile, none as fetchFileAsync, none as setUserAgent }',
        'export default none',
      ].join('\n')
    },
  }
}
