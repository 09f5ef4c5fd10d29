import { closeSync, openSync, readSync } from 'node:fs'
import {
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
  pathToFuseFile,
  type FuseV1Config,
} from '@electron/fuses'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const chunkBytes = 1 << 22

/**
 * All nine of Electron's fuses: switches in its binary that arguments and environment can't change. Packaging fails
 * for a new version of Electron with a tenth fuse until it is set here.
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  // Attune stores no cookies. Encrypting them would only make Chromium access the system's keychain, or a Linux
  // desktop's secret service, where Attune stores nothing; and on macOS it needs a signed app.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseV1Config

/** The result: the fuses are set, or the binary is not Electron's and has none. */
export type FuseOutcome = 'set' | 'absent'

/**
 * Sets the fuses in the binary at `path` (on macOS: the `.app`). Leaves a binary without fuses, such as the stand-in's,
 * unchanged. `isAdHocSigned` signs the changed binary again, because a Mac with Apple silicon refuses it otherwise.
 */
export async function setFuses(path: string, isAdHocSigned: boolean): Promise<FuseOutcome> {
  if (!holdsFuses(pathToFuseFile(path))) return 'absent'
  await flipFuses(path, { ...fuses, resetAdHocDarwinSignature: isAdHocSigned })
  return 'set'
}

/** Reads the fuses of the binary at `path`. */
export const readFuses = getCurrentFuseWire

/** Whether a file contains the mark before Electron's fuses. Reads in pieces, because the file has some 200 MB. */
function holdsFuses(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(chunkBytes)
    const overlap = sentinel.length - 1
    for (let position = 0; ; position += chunkBytes - overlap) {
      const length = readSync(file, piece, 0, chunkBytes, position)
      if (piece.subarray(0, length).includes(sentinel)) return true
      if (length < chunkBytes) return false
    }
  } finally {
    closeSync(file)
  }
}
