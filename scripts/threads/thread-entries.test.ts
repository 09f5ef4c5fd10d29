import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { build, isBuildStale } from '../runtime/build.ts'
import { repositoryFolder } from '../runtime/repository.ts'

const built = join(repositoryFolder, 'out/main')
beforeAll(() => {
  if (isBuildStale()) build()
}, 120_000)

test('the build starts its threads from existing built files, never from sources', () => {
  const files = [built, join(built, 'chunks')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(folder, name)),
  )
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new URL\("([^"]+-thread\.\w+)", import\.meta\.url\)/g)].map(
      ([, path = '']) => join(dirname(file), path),
    ),
  )
  expect(named.map((file) => basename(file)).toSorted()).toEqual([
    'argon2-thread.js',
    'database-check-thread.js',
    'read-thread.js',
  ])
  for (const file of named) expect(existsSync(file), file).toBe(true)
})

test('a built thread derives a key from its input', async () => {
  const [password, salt] = [new Uint8Array(Buffer.from('password')), Buffer.from('somesalt')]
  const job = { password, salt, memoryKibibytes: 256, passes: 2, parallelism: 1, isMeasured: false }
  const thread = new Worker(join(built, 'chunks/argon2-thread.js'), { workerData: job })
  const answer = await new Promise((resolve) => thread.once('message', resolve))
  expect(answer).toMatchObject({ kind: 'derived' })
})
