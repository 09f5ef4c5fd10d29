import { writeNewFile } from './write-new-file.ts'
import { writeNewFolder, type AddText } from './write-new-folder.ts'

/** Remembers the hidden paths of what is not whole yet, so that what a kill leaves there is removed later. */
export interface HiddenPaths {
  readonly note: (path: string) => void
  /** Forgets a path: what it was is whole now, under another name. */
  readonly forget: (path: string) => void
  /** Removes what is left under a noted path, and forgets it once nothing of it can be left. */
  readonly remove: (path: string) => void
}

interface OutsideParts {
  /** Folders of Attune's own, into which nothing is written for the user. */
  readonly untouchable: readonly string[]
  readonly hidden: HiddenPaths
}

/** Writes what leaves the vault to places that the user chose. Not even a kill leaves a half of it there for good. */
export function createOutsideFiles({ untouchable, hidden }: OutsideParts) {
  const noted = <Written>(write: (begins: (path: string) => void) => Written): Written => {
    let begun: string | null = null
    const begins = (path: string): void => {
      begun = path
      hidden.note(path)
    }
    let written
    try {
      written = write(begins)
    } catch (cause) {
      if (begun !== null) hidden.remove(begun)
      throw cause
    }
    if (begun !== null) hidden.forget(begun)
    return written
  }
  return {
    /** Writes a file. Throws as `writeNewFile`. */
    writeFile: (path: string, content: string | Uint8Array): void =>
      noted((begins) => writeNewFile(path, content, { untouchable, begins })),
    /** Writes a new folder with files, and gives its name. Throws as `writeNewFile`. */
    writeFolder: (place: string, name: string, fill: (add: AddText) => void): string =>
      noted((begins) => writeNewFolder(place, name, { untouchable, begins, fill })),
  }
}

export type OutsideFiles = ReturnType<typeof createOutsideFiles>
