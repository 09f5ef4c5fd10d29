/** The file for the vault process's marks; null in a packed app, whatever its environment says. */
export function marksFileOf({
  isPackaged,
  environment,
}: {
  isPackaged: boolean
  environment: Readonly<Record<string, string | undefined>>
}): string | null {
  return isPackaged ? null : (environment['ATTUNE_MARKS'] ?? null)
}
