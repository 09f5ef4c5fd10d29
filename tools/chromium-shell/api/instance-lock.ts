import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import { join } from 'node:path'

import { createValueCodec } from '../engine/structured-clone.ts'

/** What a second start of the app tells the first. */
export type SecondInstance = { argv: string[]; workingDirectory: string; additionalData: unknown }

const codec = createValueCodec()

/**
 * The lock that one start of the app holds per user data folder. It is a file with the holder's process id and its
 * start time, so that neither a crash nor a process id used again leaves it held. Other starts leave a note beside it.
 */
export class InstanceLock {
  readonly #onSecond: (second: SecondInstance) => void
  #lockFile: string | undefined
  #watcher: FSWatcher | undefined

  constructor(onSecond: (second: SecondInstance) => void) {
    this.#onSecond = onSecond
  }

  get isHeld(): boolean {
    return this.#lockFile !== undefined
  }

  /** Takes the lock and returns true, or leaves a note for its holder and returns false. */
  request(userData: string, additionalData: unknown): boolean {
    if (this.isHeld) return true
    const folder = join(userData, 'single-instance')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lockFile = join(folder, 'lock')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (createExclusively(lockFile, describeProcess(process.pid))) {
        this.#lockFile = lockFile
        this.#listen(folder)
        return true
      }
      if (isHolderAlive(lockFile)) break
      removeStale(lockFile)
    }
    const note = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    writeFileSync(join(folder, `start-${process.pid}.writing`), codec.encode(note), { mode: 0o600 })
    // Two steps, so that the holder never reads half a note.
    writeFileSync(join(folder, `start-${process.pid}.done`), '')
    return false
  }

  release(): void {
    this.#watcher?.close()
    if (this.#lockFile) rmSync(this.#lockFile, { force: true })
    this.#lockFile = undefined
  }

  #listen(folder: string): void {
    for (const name of readdirSync(folder))
      if (name.startsWith('start-')) rmSync(join(folder, name), { force: true })
    this.#watcher = watch(folder, { persistent: false }, (_change, name) => {
      const pid = /^start-(\d+)\.done$/.exec(name ?? '')?.[1]
      if (pid) this.#read(folder, pid)
    })
  }

  #read(folder: string, pid: string): void {
    const note = join(folder, `start-${pid}.writing`)
    try {
      // Written by `request` of another process of this app.
      const second = codec.decode(readFileSync(note, 'utf8')) as SecondInstance
      rmSync(note, { force: true })
      rmSync(join(folder, `start-${pid}.done`), { force: true })
      this.#onSecond(second)
    } catch {
      // The watcher often tells of one file twice; the first time took the note away.
    }
  }
}

function createExclusively(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  }
}

/** A process id and, where the system tells, when that process started. */
function describeProcess(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return `${pid} ${fields[19] ?? ''}`
  } catch {
    return `${pid} `
  }
}

function isHolderAlive(lockFile: string): boolean {
  try {
    const content = readFileSync(lockFile, 'utf8')
    const pid = Number(content.split(' ')[0])
    process.kill(pid, 0)
    return describeProcess(pid) === content
  } catch {
    return false
  }
}

/** Removes a dead holder's lock; only one process at a time, else two could each remove the other's fresh lock. */
function removeStale(lockFile: string): void {
  const turn = `${lockFile}.turn`
  try {
    closeSync(openSync(turn, 'wx'))
  } catch {
    // Somebody else is at it, or ended while at it: the loop above looks again.
    rmSync(turn, { force: true })
    return
  }
  if (!isHolderAlive(lockFile)) rmSync(lockFile, { force: true })
  rmSync(turn, { force: true })
}
