type Save = () => Promise<void>

const unsaved = new Set<Save>()

/** Registers a function that saves unfinished input when Attune locks; returns a function that unregisters it. */
export function registerUnsaved(save: Save): () => void {
  unsaved.add(save)
  return () => {
    unsaved.delete(save)
  }
}

/** Saves all unfinished input; false if any of it could not be saved. */
export async function saveUnsaved(): Promise<boolean> {
  const results = await Promise.allSettled([...unsaved].map((save) => save()))
  return results.every(({ status }) => status === 'fulfilled')
}
