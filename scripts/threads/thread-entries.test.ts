import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { build, isBuildStale } from '../runtime/build.ts'
import { repositoryFolder } from '../runtime/repository.ts'

const built = join(repositoryFolder, 'out/main')
beforeAll(() => {
  if (isBuildStale()) build()
}, 120_000)

test('the built vault process starts its threads from built files, and from no source', () => {
  const code = readFileSync(join(built, 'vault-process.js'), 'utf8')
  expect(code).toContain(`new URL("./chunks/argon2-thread.js", import.meta.url)`)
  expect(code).not.toMatch(/-thread\.ts"/)
})

test('a built thread derives a key from what it is handed', async () => {
  const [password, salt] = [new Uint8Array(Buffer.from('password')), Buffer.from('somesalt')]
  const job = { password, salt, memoryKibibytes: 256, passes: 2, parallelism: 1, isMeasured: false }
  const thread = new Worker(join(built, 'chunks/argon2-thread.js'), { workerData: job })
  const answer = await new Promise((resolve) => thread.once('message', resolve))
  expect(answer).toMatchObject({ kind: 'derived' })
})
