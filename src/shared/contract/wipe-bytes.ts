/** Whether a value is a list of bytes. Not by its class, because a page and a test of it can have classes of their own. */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** Secrets lie no deeper than this in a request. A cycle ends here too. */
const deepestSecret = 5

/** Overwrites all bytes in a value and in the objects inside it with zeros. */
export function wipeBytes(value: unknown, depth = deepestSecret): void {
  if (isBytes(value)) value.fill(0)
  else if (typeof value === 'object' && value !== null && depth > 0)
    for (const part of Object.values(value)) wipeBytes(part, depth - 1)
}
