import { resolve } from 'node:path'
import type { Plugin } from 'vite'

// Relative to the repository's folder, because the bundled configuration has no folder of its own.
const replacement = resolve('scripts/dev/dev-protocol.ts')

/** Replaces the app's protocol with `dev-protocol.ts`. Only the development server may use it. */
export function useDevProtocol(): Plugin {
  return {
    name: 'use-dev-protocol',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/app-protocol.ts') && importer !== replacement ? replacement : null,
  }
}
