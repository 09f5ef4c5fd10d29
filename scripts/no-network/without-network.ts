import type { Plugin } from 'vite'

/** Packages whose only purpose is to fetch; the app may contain none of them. */
export const fetchingPackages = [
  'sync-fetch',
  'node-fetch',
  'fetch-blob',
  'data-uri-to-buffer',
  'formdata-polyfill',
]

const inTheirPlace = '\0without-network'

/**
 * Removes network code from the build. citation-js has one module that fetches addresses; an empty one replaces it.
 * Any other import of a package that fetches breaks the build.
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
