import { z } from 'zod'

const fieldsSchema = z.record(z.string(), z.unknown())
const packagesSchema = z.record(z.string(), fieldsSchema)

/**
 * The text of a lock file without the Node versions that installed packages ask for. What they ask for concerns the
 * Node that comes with the dependencies, but npm holds it against the Node that npm itself runs on: on an older one it
 * prints a warning for each package, and leaves out native binaries that would run well. Checksums stay.
 */
export function trimLockfile(text: string): string {
  // Taken field by field, because a schema of the whole would put the fields into its own order.
  const lockfile = fieldsSchema.parse(JSON.parse(text))
  const packages = packagesSchema.parse(lockfile['packages'])
  for (const [path, entry] of Object.entries(packages))
    if (path.startsWith('node_modules/')) delete entry['engines']
  return `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`
}
