const plainKinds = new Set<unknown>([Object.prototype, Array.prototype, Uint8Array.prototype])

/** Whether two inputs of an operation say the same: plain values, lists, objects and bytes. Copies no secret. */
export function isSameInput(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isObject(one) || !isObject(other)) return false
  const kind: unknown = Object.getPrototypeOf(one)
  if (kind !== Object.getPrototypeOf(other) || !plainKinds.has(kind)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameInput(one[name], other[name]))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
