// The packages come without types; this declares the parts in use.
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (text: string, options: { forceType: '@bibtex/text'; generateGraph: false }) => unknown
    }
    readonly output: {
      readonly format: (
        name: 'ris' | 'bibtex',
        records: readonly object[],
        options?: { format: 'object' | 'text' },
      ) => unknown
    }
    readonly config: {
      readonly get: (plugin: '@bibtex') => {
        readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean }
      }
    }
  }
  export const logger: { _log: unknown[]; level: string }
}
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-bibtex'
