import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PackageTarget } from '../package-app.ts'

const fuseCount = 9

/** The fuses as in Electron's binary: mark, version, length, one digit per fuse. */
export function binaryWithFuses(
  options: { padding?: number; count?: number; digit?: '0' | '1' } = {},
): Buffer {
  const { padding = 100, count = fuseCount, digit = '0' } = options
  return Buffer.concat([
    Buffer.alloc(padding, 'x'),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, count]),
    Buffer.from(digit.repeat(count)),
    Buffer.alloc(100, 'x'),
  ])
}

/** Fills a folder with the files that electron-builder expects of Electron for a target; none of them runs. */
export function createRuntimeSkeleton(folder: string, { platform }: PackageTarget): void {
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content, { mode: 0o755 })
  }
  if (platform === 'linux') return write('electron', binaryWithFuses())
  if (platform === 'win32') return write('electron.exe', binaryWithFuses())
  const helper = 'Electron.app/Contents/Frameworks/Electron Helper.app/Contents'
  write('Electron.app/Contents/Info.plist', propertyList)
  write('Electron.app/Contents/MacOS/Electron', 'none')
  write('Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework', binaryWithFuses())
  write(`${helper}/Info.plist`, propertyList)
  write(`${helper}/MacOS/Electron Helper`, 'none')
}

const propertyList = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>
`
