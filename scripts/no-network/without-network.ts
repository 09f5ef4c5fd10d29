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

const request = 'new XMLHttpRequest()'
const noRequest = `(() => { throw new Error('Attune has no network') })()`

/**
 * Removes network code from the build. citation-js has one module that fetches addresses; an empty one replaces it.
 * papaparse has one request, for tables at an address; an error replaces it. Any other import of a package that fetches
 * breaks the build.
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
    transform(code, id) {
      if (!/node_modules[\\/]papaparse[\\/]/.test(id)) return null
      if (!code.includes(request)) throw new Error('papaparse no longer asks for addresses as it did')
      return { code: code.replaceAll(request, noRequest), map: null }
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
