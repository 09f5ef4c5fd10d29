import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The folders `app.getPath` knows by name. */
export class Paths {
  readonly #set = new Map<string, string>()
  readonly #appName: () => string

  constructor(appName: () => string) {
    this.#appName = appName
    const given = process.argv.find((argument) => argument.startsWith('--user-data-dir='))
    if (given) this.#set.set('userData', given.slice('--user-data-dir='.length))
  }

  get(name: string): string {
    const path = this.#set.get(name) ?? this.#standard(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if (this.#set.get(name) === undefined && this.#standard(name) === undefined)
      throw new Error(`Failed to set path: unknown name '${name}'`)
    this.#set.set(name, path)
  }

  #standard(name: string): string | undefined {
    const home = homedir()
    const configuration = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    const inUserData = (folder: string) => join(this.get('userData'), folder)
    const paths: Record<string, () => string> = {
      home: () => home,
      appData: () => configuration,
      userData: () => join(configuration, this.#appName()),
      sessionData: () => this.get('userData'),
      temp: () => tmpdir(),
      exe: () => process.env['CHROMIUM_SHELL_EXECUTABLE'] ?? process.execPath,
      module: () => process.execPath,
      logs: () => inUserData('logs'),
      crashDumps: () => inUserData('Crashpad'),
      desktop: () => userFolder('DESKTOP', join(home, 'Desktop')),
      documents: () => userFolder('DOCUMENTS', join(home, 'Documents')),
      downloads: () => userFolder('DOWNLOAD', join(home, 'Downloads')),
      music: () => userFolder('MUSIC', join(home, 'Music')),
      pictures: () => userFolder('PICTURES', join(home, 'Pictures')),
      videos: () => userFolder('VIDEOS', join(home, 'Videos')),
    }
    return Object.hasOwn(paths, name) ? paths[name]?.() : undefined
  }
}

/** A folder the desktop has named for the user, in the file that the XDG user directories are kept in. */
function userFolder(kind: string, otherwise: string): string {
  const file = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'user-dirs.dirs')
  if (!existsSync(file)) return otherwise
  const found = new RegExp(`^XDG_${kind}_DIR="(.*)"$`, 'm').exec(readFileSync(file, 'utf8'))?.[1]
  return found ? found.replace('$HOME', homedir()) : otherwise
}
