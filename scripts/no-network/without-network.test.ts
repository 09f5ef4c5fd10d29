import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'
import { thirdPartyNotices } from '../notices/third-party-notices.ts'
import { fetchingPackages, withoutNetwork } from './without-network.ts'

const vault = join(import.meta.dirname, '../../src/main/vault')
const references = join(vault, 'records/evidence/formats/citation-library.ts')
const tables = join(vault, 'reading/read-table.ts')

/** Builds a module that reads files from elsewhere; returns the output by file. */
async function built(
  plugins: ReturnType<typeof withoutNetwork>[],
  entry = references,
): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins, thirdPartyNotices()],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      rollupOptions: { external: [/^node:/, 'http', 'https', 'zlib', 'stream'] },
    },
  })
  // A build without watching returns its output.
  const outputs = [result].flat() as Rollup.RollupOutput[]
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file): [string, string] => [
        file.fileName,
        file.type === 'chunk' ? file.code : String(file.source),
      ]),
    ),
  )
}

const network =
  /\bfetch\(|syncFetch|nodeFetch|XMLHttpRequest|(from|import|require\() ?['"]((node:)?(https?|net|tls)|(node|sync)-fetch)['"]/

test('the built reader of references contains no code that could fetch', { timeout: 60_000 }, async () => {
  const files = await built([withoutNetwork()])
  const code = [...files].filter(([name]) => /\.m?js$/.test(name)).map(([, text]) => text)
  expect(code.join('').length).toBeGreaterThan(50_000)
  expect(code.flatMap((text) => network.exec(text)?.[0] ?? [])).toEqual([])
  const notices = files.get('third-party-notices.txt') ?? ''
  expect(notices).toMatch(/^@citation-js\/core 0\.8\.2 \(MIT\)$/m)
  expect(notices).toMatch(/^moo \d/m)
  for (const name of fetchingPackages) expect(notices).not.toMatch(new RegExp(`^${name} \\d`, 'm'))
})

test('the built reader of tables contains no code that could fetch', { timeout: 60_000 }, async () => {
  const files = await built([withoutNetwork()], tables)
  const code = [...files].filter(([name]) => /\.m?js$/.test(name)).map(([, text]) => text)
  expect(code.join('')).toContain('delimiter')
  expect(code.flatMap((text) => network.exec(text)?.[0] ?? [])).toEqual([])
  expect(files.get('third-party-notices.txt')).toMatch(/^papaparse 5\.7\.1 \(MIT\)$/m)
  const asIs = await built([], tables)
  expect([...asIs.values()].some((text) => network.test(text))).toBe(true)
})

test('without the plugin the code would be there, so the test can find it', { timeout: 60_000 }, async () => {
  const files = await built([])
  expect([...files.values()].some((text) => network.test(text))).toBe(true)
})
