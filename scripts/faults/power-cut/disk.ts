import { dirname } from 'node:path'
import type { Random } from '#shared/sample/random.ts'
import { Inode } from './inode.ts'
import { bytesOf, type Traced } from './trace.ts'

/** A change of a folder's names since the folder was last synced. */
type NameChange =
  | { readonly kind: 'add'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly path: string; readonly inode: Inode }

/** How a power cut treats writes that were not synced. */
export type Fate = 'none' | 'all' | 'writes' | 'pages' | 'sectors'
const unitOf = { none: 0, all: 0, writes: 0, pages: 4_096, sectors: 512 } as const

/**
 * A disk with a cache that forgets. Every change is in the cache at once. Only synced changes are on the disk: bytes
 * after a sync of their file, names after a sync of their folder. A power cut may keep or drop any other change: each
 * name separately, and each page or sector of a write separately.
 */
export class Disk {
  readonly #folder: string
  readonly #open = new Map<number, { inode: Inode | null; path: string; position: number }>()
  readonly #names = new Map<string, Inode>()
  readonly #durableNames = new Map<string, Inode>()
  #pending: NameChange[] = []
  /** Simulates a disk that lies about syncing, to see that the judge notices. */
  readonly #ignoresSync: boolean

  constructor(folder: string, start: ReadonlyMap<string, Buffer>, options: { ignoresSync?: boolean } = {}) {
    this.#folder = folder
    this.#ignoresSync = options.ignoresSync ?? false
    for (const [path, content] of start) {
      const inode = new Inode(content)
      this.#names.set(path, inode)
      this.#durableNames.set(path, inode)
    }
  }

  /** Repeats a traced call. Returns the text if the call wrote to standard output, otherwise null. */
  apply({ name, given, result }: Traced): string | null {
    if (result < 0) return null
    const [first = '', second = ''] = given
    switch (name) {
      case 'open':
      case 'openat':
        this.#opened(pathOf(name === 'open' ? first : second), given.join('|'), result)
        return null
      case 'close':
        this.#open.delete(Number(first))
        return null
      case 'write':
      case 'pwrite64':
        return this.#written(name, given, result)
      case 'fsync':
      case 'fdatasync':
        this.#synced(Number(first))
        return null
      case 'ftruncate':
        this.#open.get(Number(first))?.inode?.resize(Number(second))
        return null
      case 'lseek': {
        const file = this.#open.get(Number(first))
        if (file) file.position = result
        return null
      }
      case 'rename':
        this.#moved(pathOf(first), pathOf(second))
        return null
      case 'unlink':
        this.#removed(pathOf(first))
        return null
      case 'copy_file_range':
      case 'sendfile':
        this.#copied(name, given, result)
        return null
      case 'mkdir':
      case 'rmdir':
        // The model never loses folders: a vault's folder is made once, before it has files.
        return null
      default:
        if (
          given.some((argument) => this.#open.get(Number(argument))?.inode || this.#isOurs(pathOf(argument)))
        )
          throw new Error(`the model of the disk doesn't know ${name}`)
        return null
    }
  }

  #isOurs(path: string): boolean {
    return path === this.#folder || path.startsWith(`${this.#folder}/`)
  }

  #opened(path: string, flags: string, descriptor: number): void {
    if (!this.#isOurs(path)) return
    if (flags.includes('O_CREAT') && !this.#names.has(path)) {
      const inode = new Inode(Buffer.alloc(0))
      this.#names.set(path, inode)
      this.#pending.push({ kind: 'add', path, inode })
    }
    const inode = this.#names.get(path) ?? null
    if (flags.includes('O_TRUNC')) inode?.resize(0)
    this.#open.set(descriptor, { inode, path, position: 0 })
  }

  #written(name: string, given: readonly string[], result: number): string | null {
    const [descriptor = '', text = '', , offset = '0'] = given
    if (Number(descriptor) === 1) return bytesOf(text).toString('utf8')
    const file = this.#open.get(Number(descriptor))
    if (!file?.inode) return null
    const bytes = bytesOf(text).subarray(0, result)
    if (bytes.length !== result) throw new Error('the trace holds less than was written')
    file.inode.write(name === 'write' ? file.position : Number(offset), bytes)
    if (name === 'write') file.position += result
    return null
  }

  #copied(name: string, given: readonly string[], result: number): void {
    const [from, to] = name === 'sendfile' ? [given[1], given[0]] : [given[0], given[2]]
    const [source, target] = [this.#open.get(Number(from)), this.#open.get(Number(to))]
    if (!target?.inode) return
    if (!source?.inode) throw new Error('something from elsewhere was copied among the vault’s files')
    target.inode.write(target.position, source.inode.read(source.position, result))
    source.position += result
    target.position += result
  }

  #synced(descriptor: number): void {
    const file = this.#open.get(descriptor)
    if (!file || this.#ignoresSync) return
    if (file.inode) return file.inode.sync()
    const [inFolder, elsewhere] = partition(this.#pending, ({ path }) => dirname(path) === file.path)
    for (const change of inFolder) applyTo(this.#durableNames, change)
    this.#pending = elsewhere
  }

  #moved(from: string, path: string): void {
    const inode = this.#names.get(from)
    if (!inode) return
    this.#names.delete(from)
    this.#names.set(path, inode)
    this.#pending.push({ kind: 'move', from, path, inode })
  }

  #removed(path: string): void {
    if (this.#names.delete(path)) this.#pending.push({ kind: 'remove', path })
  }

  /** The files that may be on the disk if the power is cut now. */
  image(fate: Fate, random: Random['fraction']): Map<string, Buffer> {
    const isKept = (): boolean => fate === 'all' || (fate !== 'none' && random() < 0.5)
    const names = new Map(this.#durableNames)
    for (const change of this.#pending) if (isKept()) applyTo(names, change)
    return new Map([...names].map(([path, inode]) => [path, inode.image(isKept, unitOf[fate])]))
  }
}

function pathOf(argument: string): string {
  return argument.startsWith('"') ? bytesOf(argument).toString('utf8') : ''
}

function applyTo(names: Map<string, Inode>, change: NameChange): void {
  if (change.kind === 'move') names.delete(change.from)
  if (change.kind === 'remove') names.delete(change.path)
  else names.set(change.path, change.inode)
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}
