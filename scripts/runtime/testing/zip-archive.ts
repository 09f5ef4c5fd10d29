import { crc32 } from 'node:zlib'

/** A file of an archive. */
export interface ArchivedFile {
  readonly name: string
  readonly content: string
  /** Its permissions, such as 0o755. */
  readonly mode: number
}

/** The bytes of a zip archive with these files, uncompressed, with their permissions. */
export function zipArchive(files: readonly ArchivedFile[]): Buffer {
  const entries: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode } of files) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)]
    // Version needed, flags, method, time, date, checksum, both sizes, length of the name, no extra field.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, bytes])
    // Marked as made on Unix, so that the upper half of the attributes is a file mode.
    const madeOn = Buffer.from([20, 3])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((0o100_000 | mode) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), madeOn, common, tail, nameBytes]))
    entries.push(entry)
    offset += entry.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...entries, listed, Buffer.from('PK\u0005\u0006'), end])
}
