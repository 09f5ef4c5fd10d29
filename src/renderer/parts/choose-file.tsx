import type { RefObject } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../ui/button.tsx'
import { DropTarget } from './drop-target.tsx'
import { ReadingFile, useGiveUpOnLeaving } from './reading-file.tsx'

/**
 * A button that chooses one file, in a place where a file can be dropped as well. While the file is read, says so and
 * lets the user give it up; the button has the focus again then.
 */
export function ChooseFile({
  ref,
  label,
  types,
  reading,
  onFile,
  onCancel,
  showsProgress = false,
}: {
  ref: RefObject<HTMLButtonElement | null>
  label: string
  /** The endings and media types that the dialog offers. */
  types: readonly string[]
  /** The name of the file that is being read, or null. */
  reading: string | null
  onFile: (file: File) => void
  onCancel: () => void
  /** Whether the vault knows how far the reading is. */
  showsProgress?: boolean
}) {
  useGiveUpOnLeaving(reading !== null)
  return (
    <>
      <DropTarget isBusy={reading !== null} onFile={onFile}>
        <FileTrigger
          acceptedFileTypes={types}
          onSelect={(files) => {
            const chosen = files?.[0]
            if (chosen !== undefined) onFile(chosen)
          }}
        >
          <Button ref={ref}>{label}</Button>
        </FileTrigger>
      </DropTarget>
      {reading === null ? null : (
        <ReadingFile
          name={reading}
          showsProgress={showsProgress}
          onCancel={() => {
            onCancel()
            ref.current?.focus()
          }}
        />
      )}
    </>
  )
}
