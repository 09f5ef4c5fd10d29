import type { Operations } from './operation.ts'
import { files } from './operations/files.ts'
import { app, links, lock, settings } from './operations/app.ts'

/** Operations that the main process serves. A file of its own, so that main need not build the vault's schemas. */
export const appContract = { app, settings, links, lock, files } satisfies Operations
