/** Replaces a kind of value that text can't express with an object, and turns it back. */
export type Stand = { for: (value: unknown) => object | undefined; back: (stand: object) => unknown }

/** Turns values into text that crosses between the main process, a preload and a page. */
export type TextCodec = {
  /** Turns a value into text. Throws for anything except JSON values, bytes, `undefined`, and what `stand` knows. */
  encode: (value: unknown) => string
  /** Turns text made by `encode` back into the value; each object in it goes through `finish`. */
  decode: (text: string, finish?: <T>(value: T) => T) => unknown
}

/**
 * Makes the codec. In the text a list is a list, an object is under the key `of`, bytes are a list under `bytes`, and
 * `undefined` is an empty object. It refers to nothing outside itself, because its source text is also evaluated in pages.
 */
export function createTextCodec(stand?: Stand): TextCodec {
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value)
    // Plain objects of another realm have a prototype of their own, which has no prototype itself.
    return prototype === null || Object.getPrototypeOf(prototype) === null
  }
  const pack = (value: unknown, above: readonly object[]): unknown => {
    if (value === undefined) return {}
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value
    if (value instanceof Uint8Array) return { bytes: Array.from(value) }
    const standing = stand?.for(value)
    if (standing) return { stand: standing }
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || above.includes(value) || !(Array.isArray(value) || isPlain(value)))
      throw new Error(`not implemented in chromium-shell: values that JSON can't hold (a ${typeof value})`)
    const within = [...above, value]
    if (Array.isArray(value)) return Array.from(value, (part: unknown) => pack(part, within))
    return { of: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part, within)])) }
  }
  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text, finish = (value) => value) => {
      const unpack = (packed: unknown): unknown => {
        if (Array.isArray(packed)) return finish(packed.map(unpack))
        if (typeof packed !== 'object' || packed === null) return packed
        // `pack` writes only these shapes.
        const { of, bytes, stand: standing } = packed as { of?: object; bytes?: number[]; stand?: object }
        if (bytes) return Uint8Array.from(bytes)
        if (standing) return finish(stand?.back(standing))
        return of && finish(Object.fromEntries(Object.entries(of).map(([key, part]) => [key, unpack(part)])))
      }
      return unpack(JSON.parse(text))
    },
  }
}
