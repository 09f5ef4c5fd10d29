import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { givenArguments } from './engine/given-arguments.ts'

const electronModule = pathToFileURL(join(import.meta.dirname, 'electron-module.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
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

const nodeOptions = process.execArgv.filter((argument) => argument.startsWith('--inspect'))
process.argv = [executable, ...givenArguments]
// Children of the app are started without the shell's own options.
process.execArgv = nodeOptions
