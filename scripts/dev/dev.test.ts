import { resolve } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'
import { expect, test } from 'vitest'
import configuration from '../../electron.vite.config.ts'
import { useDevProtocol } from './use-dev-protocol.ts'

const main = resolve('src/main/main.ts')
const loosened = /unsafe-inline|ELECTRON_RENDERER_URL|\bfetch\(/

/** The code of the main process, built with additional plugins. */
async function builtMain(plugins: Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    ssr: { noExternal: true },
    build: { ssr: main, write: false, rollupOptions: { external: ['electron', /^node:/] } },
  })
  // A build without watching returns its output.
  const outputs = [result].flat() as Rollup.RollupOutput[]
  return outputs
    .flatMap(({ output }) => output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])))
    .join('\n')
}

/** The names of the plugins that electron-vite gets for the main process. */
function pluginsFor(command: 'build' | 'serve'): string[] {
  if (typeof configuration !== 'function') throw new Error('the configuration depends on the command')
  const { main: part } = configuration({ command, mode: 'test' })
  return [part?.plugins].flat(3).flatMap((plugin) => (plugin && 'name' in plugin ? [plugin.name] : []))
}

test('in a development build hot reload loosens the page’s policy', { timeout: 60_000 }, async () => {
  expect(await builtMain([useDevProtocol()])).toMatch(loosened)
})

test('the built app contains none of that', { timeout: 60_000 }, async () => {
  const code = await builtMain([])
  expect(code).toContain("script-src 'self'")
  expect(loosened.exec(code)?.[0]).toBeUndefined()
})

test('only the development server gets the looser protocol', () => {
  expect(pluginsFor('serve')).toContain('use-dev-protocol')
  expect(pluginsFor('build')).not.toContain('use-dev-protocol')
  expect(pluginsFor('build')).toContain('without-network')
})
