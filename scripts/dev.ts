import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { prepareRuntime } from './runtime/prepare-runtime.ts'
import { repositoryFolder } from './runtime/repository.ts'
import { runApp } from './runtime/run-app.ts'

// Uses its own folder and vault, so the build and the data of `npm start` stay unchanged.
const folder = join(repositoryFolder, '.cache/dev')
const { executable } = await prepareRuntime({ proofMilliseconds: 30_000 })
mkdirSync(folder, { recursive: true })
// The package.json names the app and its entry, as for the built app.
copyFileSync(join(repositoryFolder, 'package.json'), join(folder, 'package.json'))
const assets = join(folder, 'assets')
if (!existsSync(assets)) symlinkSync(join(repositoryFolder, 'assets'), assets, 'junction')

// electron-vite passes each signal that it gets on to the app.
runApp(
  process.execPath,
  [
    join(repositoryFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
    'dev',
    '--watch',
    '--outDir',
    join(folder, 'out'),
    '--entry',
    folder,
    '--',
    `--user-data-dir=${join(folder, 'data')}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: repositoryFolder,
    env: { ...process.env, ELECTRON_EXEC_PATH: executable },
  },
)
