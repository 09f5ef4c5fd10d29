type Pending =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly size: number }

/** A file's content: the synced bytes, and the changes since the last sync. */
export class Inode {
  #durable: Buffer
  #live: Buffer
  #pending: Pending[] = []

  constructor(content: Buffer) {
    this.#durable = content
    this.#live = content
  }

  read(offset: number, length: number): Buffer {
    return this.#live.subarray(offset, offset + length)
  }

  write(offset: number, bytes: Buffer): void {
    this.#live = written(this.#live, offset, bytes)
    this.#pending.push({ kind: 'write', offset, bytes })
  }

  resize(size: number): void {
    if (size === this.#live.length) return
    this.#live = resized(this.#live, size)
    this.#pending.push({ kind: 'size', size })
  }

  sync(): void {
    this.#durable = this.#live
    this.#pending = []
  }

  /** The synced bytes with the later changes that `isKept` picks; a write is torn into units of `unit` bytes. */
  image(isKept: () => boolean, unit: number): Buffer {
    let content = this.#durable
    for (const change of this.#pending)
      if (change.kind === 'size') content = isKept() ? resized(content, change.size) : content
      else
        for (const piece of torn(change.offset, change.bytes, unit))
          if (isKept()) content = written(content, piece.offset, piece.bytes)
    return content
  }
}

function written(content: Buffer, offset: number, bytes: Buffer): Buffer {
  const size = Math.max(content.length, offset + bytes.length)
  const next = Buffer.alloc(size)
  content.copy(next)
  bytes.copy(next, offset)
  return next
}

function resized(content: Buffer, size: number): Buffer {
  const next = Buffer.alloc(size)
  content.copy(next, 0, 0, size)
  return next
}

/** Splits a write at multiples of the unit's size, as a disk does. */
function torn(offset: number, bytes: Buffer, unit: number): { offset: number; bytes: Buffer }[] {
  if (unit === 0) return [{ offset, bytes }]
  const pieces: { offset: number; bytes: Buffer }[] = []
  for (let start = offset; start < offset + bytes.length;) {
    const end = Math.min(offset + bytes.length, (Math.floor(start / unit) + 1) * unit)
    pieces.push({ offset: start, bytes: bytes.subarray(start - offset, end - offset) })
    start = end
  }
  return pieces
}
