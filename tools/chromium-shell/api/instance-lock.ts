import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The message of a second start of the app to the first. */
export type SecondInstance = { argv: string[]; workingDirectory: string; additionalData: unknown }

/**
 * The lock that one start of the app holds for a user data folder: an SQLite file in an exclusive transaction. The
 * system releases it when the process ends, in whatever way. Other starts write a note beside it.
 */
export class InstanceLock {
  readonly #onSecond: (second: SecondInstance) => void
  #held: DatabaseSync | undefined

  constructor(onSecond: (second: SecondInstance) => void) {
    this.#onSecond = onSecond
  }

  /** Takes the lock and returns true, or writes a note for its holder and returns false. */
  request(userData: string, additionalData: unknown): boolean {
    if (this.#held) return true
    const folder = join(userData, 'single-instance')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = new DatabaseSync(join(folder, 'lock'))
    try {
      file.exec('BEGIN EXCLUSIVE')
      this.#held = file
      this.#listen(folder)
      return true
    } catch (cause) {
      file.close()
      if (!(cause instanceof Error && cause.message.includes('locked'))) throw cause
    }
    const note: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    const path = join(folder, `start-${process.pid}`)
    writeFileSync(`${path}.writing`, JSON.stringify(note), { mode: 0o600 })
    // Renames the written note, so that the holder never reads half of it.
    renameSync(`${path}.writing`, path)
    return false
  }

  #listen(folder: string): void {
    for (const name of readdirSync(folder))
      if (name.startsWith('start-')) rmSync(join(folder, name), { force: true })
    watch(folder, { persistent: false }, (_change, name) => {
      if (name && /^start-\d+$/.test(name)) this.#read(join(folder, name))
    })
  }

  #read(path: string): void {
    try {
      // Written by `request` of another process of this app.
      const second: SecondInstance = JSON.parse(readFileSync(path, 'utf8'))
      rmSync(path)
      this.#onSecond(second)
    } catch {
      // The watcher often reports a file twice; the first time removed the note.
    }
  }
}
