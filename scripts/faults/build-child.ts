import { join } from 'node:path'
import { build } from 'vite'
import { repositoryFolder } from '../runtime/repository.ts'
import { threadEntries } from '../threads/thread-entries.ts'

/**
 * Bundles the vault's own code with the scenarios into one file that starts in a tenth of a second, and returns its
 * path. The bundle derives keys quickly and takes every new passphrase, unless the caller asks for the real ones.
 */
export async function buildChild(
  options: { derives: 'quickly' | 'truly' } = { derives: 'quickly' },
): Promise<string> {
  const folder = join(import.meta.dirname, 'child')
  const outDir = join(repositoryFolder, '.cache/faults', options.derives)
  const quick = [
    { find: /^\.\.?\/argon2\.ts$/, replacement: join(folder, 'quick-hash.ts') },
    { find: /^@zxcvbn-ts\/.+$/, replacement: join(folder, 'quick-estimate.ts') },
  ]
  await build({
    root: repositoryFolder,
    configFile: false,
    logLevel: 'error',
    plugins: [threadEntries()],
    resolve: { alias: options.derives === 'quickly' ? quick : [] },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(folder, 'vault-child.ts'),
      outDir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'vault-child.mjs', chunkFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, 'vault-child.mjs')
}
