import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The arguments of the shell. Tools that drive the app remove their own from `process.argv`. */
export const givenArguments: readonly string[] = process.argv.slice(2)

const names = new Set(['electron', 'electron/main', 'electron/common'])
const electronModule = pathToFileURL(join(import.meta.dirname, 'electron-module.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    names.has(specifier)
      ? { url: electronModule, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const executable = process.env['CHROMIUM_SHELL_EXECUTABLE'] ?? join(import.meta.dirname, 'electron')
const readOnly = (value: unknown) => ({ value, enumerable: true, configurable: true })
Object.defineProperties(process, {
  type: readOnly('browser'),
  resourcesPath: readOnly(dirname(executable)),
  defaultApp: readOnly(true),
})
Object.defineProperty(process.versions, 'electron', readOnly('45.4.1-chromium-shell'))
process.argv = [executable, ...givenArguments]
// Children of the app start without the shell's own options.
process.execArgv = []
