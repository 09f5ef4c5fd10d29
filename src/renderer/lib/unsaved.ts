type Save = () => Promise<void>

const unsaved = new Set<Save>()

/** Registers how to save what is being typed, for the moment when Attune locks; returns the way to stop. */
export function registerUnsaved(save: Save): () => void {
  unsaved.add(save)
  return () => {
    unsaved.delete(save)
  }
}

/** Saves everything that is being typed; false where any of it could not be saved. */
export async function saveUnsaved(): Promise<boolean> {
  const results = await Promise.allSettled([...unsaved].map((save) => save()))
  return results.every(({ status }) => status === 'fulfilled')
}
