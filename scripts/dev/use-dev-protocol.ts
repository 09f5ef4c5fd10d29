import { resolve } from 'node:path'
import type { Plugin } from 'vite'

// From the repository's folder, where the configuration runs: the bundled configuration has no folder of its own.
const replacement = resolve('scripts/dev/dev-protocol.ts')

/** Puts `dev-protocol.ts` in the place of the app's protocol. For the development server only: a build refuses it. */
export function useDevProtocol(): Plugin {
  return {
    name: 'use-dev-protocol',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/app-protocol.ts') && importer !== replacement ? replacement : null,
  }
}
