import { z } from 'zod'

const fieldsSchema = z.record(z.string(), z.unknown())
const packagesSchema = z.record(z.string(), fieldsSchema)

/**
 * Returns the text of a lock file without the Node versions that packages require. The dependencies bring the Node
 * that these packages run on, but npm compares the versions with its own Node: on an older one it prints a warning for
 * each package, and skips native binaries that would work. Checksums stay.
 */
export function trimLockfile(text: string): string {
  // Checks field by field, because parsing with a schema would reorder the fields.
  const lockfile = fieldsSchema.parse(JSON.parse(text))
  const packages = packagesSchema.parse(lockfile['packages'])
  for (const [path, entry] of Object.entries(packages))
    if (path.startsWith('node_modules/')) delete entry['engines']
  return `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`
}
