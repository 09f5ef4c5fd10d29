import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { trimLockfile } from './lockfile/trim-lockfile.ts'
import { repositoryFolder } from './runtime/repository.ts'

// Run this after every change of a dependency: npm writes the removed entries back.
const lockfile = join(repositoryFolder, 'package-lock.json')
writeFileSync(lockfile, trimLockfile(readFileSync(lockfile, 'utf8')))
