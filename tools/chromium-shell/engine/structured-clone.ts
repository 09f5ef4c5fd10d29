/** What travels between Node and the page: values as the structured clone algorithm sees them, as text. */
export type ValueCodec = {
  /** Turns a value into text; throws `Error('An object could not be cloned.')` where Electron would. */
  encode: (value: unknown) => string
  /** Turns text made by `encode` back into a value with the same types, `undefined`, `NaN`, dates and cycles included. */
  decode: (text: string) => unknown
}

/**
 * Makes the codec. It refers to nothing outside itself, because its source text is also evaluated in the page.
 *
 * A scalar JSON can hold stands for itself; every other value is a pair `[tag, content]`; objects live in a
 * table and are referred to by index, so shared references and cycles survive.
 */
export function createValueCodec(): ValueCodec {
  type Scalar = string | number | boolean | null | [tag: string, content?: string | number]
  type Entry = {
    kind: string
    name?: string
    scalars?: Scalar[]
    keys?: string[]
    text?: string
    size?: number
  }

  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const errorTypes: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }
  const viewTypes: Record<
    string,
    new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView
  > = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }

  const toBase64 = (bytes: Uint8Array): string => {
    let binary = ''
    for (let start = 0; start < bytes.length; start += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
    return btoa(binary)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
    return bytes
  }
  // An object made in another realm (or through Proxy) is known by its internal slot's name, not by instanceof.
  const brandOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)

  const encode = (root: unknown): string => {
    const table: Entry[] = []
    const indexes = new Map<object, number>()

    const scalarOf = (value: unknown): Scalar => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (value === undefined) return ['undefined']
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['number', Object.is(value, -0) ? '-0' : `${value}`]
      if (typeof value === 'bigint') return ['bigint', `${value}`]
      if (typeof value !== 'object') return refuse()
      const known = indexes.get(value)
      if (known !== undefined) return ['object', known]
      const index = table.length
      indexes.set(value, index)
      const entry: Entry = { kind: 'object' }
      table.push(entry)
      Object.assign(entry, describe(value))
      return ['object', index]
    }

    const describe = (value: object): Entry => {
      if (Array.isArray(value)) {
        const keys = Object.keys(value)
        return {
          kind: 'array',
          size: value.length,
          keys,
          scalars: keys.map((key) => scalarOf(Reflect.get(value, key))),
        }
      }
      if (value instanceof Date) return { kind: 'date', scalars: [scalarOf(value.getTime())] }
      if (value instanceof RegExp) return { kind: 'regexp', text: value.source, name: value.flags }
      if (value instanceof Map)
        return { kind: 'map', scalars: [...value].flat(1).map((part: unknown) => scalarOf(part)) }
      if (value instanceof Set)
        return { kind: 'set', scalars: [...value].map((part: unknown) => scalarOf(part)) }
      if (value instanceof ArrayBuffer) return { kind: 'buffer', text: toBase64(new Uint8Array(value)) }
      if (ArrayBuffer.isView(value)) {
        const brand = brandOf(value)
        if (!(brand in viewTypes)) return refuse()
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        return { kind: 'view', name: brand, text: toBase64(bytes) }
      }
      if (value instanceof Error) {
        const { name, message, stack } = value
        const scalars: Scalar[] = [
          scalarOf(`${message}`),
          scalarOf(stack === undefined ? undefined : `${stack}`),
        ]
        if ('cause' in value) scalars.push(scalarOf(value.cause))
        return { kind: 'error', name: Object.hasOwn(errorTypes, name) ? name : 'Error', scalars }
      }
      if (value instanceof Boolean || value instanceof Number || value instanceof String)
        return { kind: 'boxed', scalars: [scalarOf(value.valueOf())] }
      const brand = brandOf(value)
      // Host objects (a Blob, a Promise, a DOM node) carry a brand of their own; a class that sets toStringTag is refused too.
      if (brand !== 'Object' && brand !== 'Arguments' && brand !== 'Module') return refuse()
      const keys = Object.keys(value)
      return { kind: 'object', keys, scalars: keys.map((key) => scalarOf(Reflect.get(value, key))) }
    }

    const scalar = scalarOf(root)
    return JSON.stringify({ root: scalar, table })
  }

  const decode = (text: string): unknown => {
    const { root, table }: { root: Scalar; table: Entry[] } = JSON.parse(text)
    const built = new Map<number, unknown>()

    const valueOf = (scalar: Scalar | undefined): unknown => {
      if (!Array.isArray(scalar)) return scalar
      const [tag, content] = scalar
      if (tag === 'undefined') return undefined
      if (tag === 'number') return Number(content)
      if (tag === 'bigint') return BigInt(`${content}`)
      const index = Number(content)
      if (!built.has(index)) build(index)
      return built.get(index)
    }
    const fill = (target: object, keys: string[], scalars: Scalar[]): void => {
      keys.forEach((key, position) =>
        Object.defineProperty(target, key, {
          value: valueOf(scalars[position]),
          writable: true,
          enumerable: true,
          configurable: true,
        }),
      )
    }
    const build = (index: number): void => {
      const {
        kind,
        name = '',
        scalars = [],
        keys = [],
        text: content = '',
        size = 0,
      } = table[index] ?? { kind: '' }
      const keep = <T>(value: T): T => {
        built.set(index, value)
        return value
      }
      if (kind === 'object') fill(keep({}), keys, scalars)
      else if (kind === 'array') {
        const list: unknown[] = []
        list.length = size
        fill(keep(list), keys, scalars)
      } else if (kind === 'date') keep(new Date(Number(valueOf(scalars[0]))))
      else if (kind === 'regexp') keep(new RegExp(content, name))
      else if (kind === 'map') {
        const map = keep(new Map<unknown, unknown>())
        for (let at = 0; at < scalars.length; at += 2) map.set(valueOf(scalars[at]), valueOf(scalars[at + 1]))
      } else if (kind === 'set') {
        const set = keep(new Set<unknown>())
        for (const scalar of scalars) set.add(valueOf(scalar))
      } else if (kind === 'buffer') keep(fromBase64(content).buffer)
      else if (kind === 'view') {
        const bytes = fromBase64(content)
        const View = viewTypes[name] ?? refuse()
        const width = 'BYTES_PER_ELEMENT' in View ? Number(View.BYTES_PER_ELEMENT) : 1
        keep(new View(bytes.buffer, 0, bytes.length / width))
      } else if (kind === 'error') {
        const error = keep(new (errorTypes[name] ?? Error)(String(valueOf(scalars[0]))))
        const hidden = { writable: true, enumerable: false, configurable: true }
        Object.defineProperty(error, 'stack', { value: valueOf(scalars[1]), ...hidden })
        if (scalars.length > 2)
          Object.defineProperty(error, 'cause', { value: valueOf(scalars[2]), ...hidden })
      } else if (kind === 'boxed') keep(Object(valueOf(scalars[0])))
      else refuse()
    }
    return valueOf(root)
  }

  return { encode, decode }
}
