/** Whether what is dragged has files in it. */
export function hasFiles({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean {
  return dataTransfer?.types.includes('Files') === true
}

/**
 * Takes no drop that no part of the page takes: nothing opens, and the pointer says so. Text can still be dragged into
 * fields. Call it once, for the window.
 */
export function refuseDrops(target: Window): void {
  for (const type of ['dragover', 'drop'] as const)
    target.addEventListener(type, (event) => {
      if (event.defaultPrevented || (!hasFiles(event) && isIntoText(event.target))) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
    })
}

function isIntoText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** What was dropped: one file, or why it is not taken. */
export type Dropped = { readonly file: File } | { readonly refused: 'several' | 'folder' }

/** The one file of a drop; null if there is none in it. */
export function droppedFile({ files, items }: DataTransfer): Dropped | null {
  const [file, ...others] = files
  if (file === undefined) return null
  if (others.length > 0) return { refused: 'several' }
  // A folder counts as a file of the drop, and can't be read as one.
  const [item] = [...items].filter(({ kind }) => kind === 'file')
  return item?.webkitGetAsEntry()?.isDirectory === true ? { refused: 'folder' } : { file }
}
