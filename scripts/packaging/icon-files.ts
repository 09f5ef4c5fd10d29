/** A square picture in PNG, `size` pixels wide. */
export type Picture = { size: number; png: Uint8Array }

const icoEntryBytes = 16
const icoHeaderBytes = 6

/** The types of PNG pictures in an .icns file, by size in pixels. */
const icnsTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
])

/** A Windows icon with the pictures of up to 256 pixels, as PNG (which Windows reads since Vista). */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const fitting = pictures.filter(({ size }) => size <= 256)
  const header = Buffer.alloc(icoHeaderBytes)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(fitting.length, 4)
  let offset = icoHeaderBytes + fitting.length * icoEntryBytes
  const entries = fitting.map(({ size, png }) => {
    const entry = Buffer.alloc(icoEntryBytes)
    // A width has one byte: the format writes 256 as 0.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...fitting.map(({ png }) => png)])
}

/** A macOS icon with the pictures whose sizes the format knows, as PNG. */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const blocks = pictures.flatMap(({ size, png }) => {
    const type = icnsTypes.get(size)
    return type === undefined ? [] : [icnsBlock(type, png)]
  })
  return icnsBlock('icns', Buffer.concat(blocks))
}

function icnsBlock(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
