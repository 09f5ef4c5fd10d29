import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { trimLockfile } from './lockfile/trim-lockfile.ts'
import { repositoryFolder } from './runtime/repository.ts'

// Run after every change of a dependency: npm writes the entries back that this takes out.
const lockfile = join(repositoryFolder, 'package-lock.json')
writeFileSync(lockfile, trimLockfile(readFileSync(lockfile, 'utf8')))
