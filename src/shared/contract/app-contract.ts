import type { Operations } from './operation.ts'
import { files } from './operations/files.ts'
import { app, links, lock, settings } from './operations/app.ts'

/** What the main process serves itself. Apart from the rest, so that main need not build the vault's schemas. */
export const appContract = { app, settings, links, lock, files } satisfies Operations
