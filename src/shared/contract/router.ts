import type { z } from 'zod'
import type { Handlers } from './contract.ts'
import type { Host, Operation, Operations } from './operation.ts'
import type { VaultState } from '../vault-state.ts'
import { AppError, type ErrorCode, type Result } from './result.ts'
import { splitProof } from './proof.ts'
import { wipeBytes } from './wipe-bytes.ts'
import { requestSchema } from './wire.ts'

type AnyHandler = (input: unknown) => unknown

/** Reports an unexpected failure: the operation's path and the cause. */
export type Report = (path: string, cause: unknown) => void

export interface RouterOptions<Where extends Host> {
  readonly host: Where
  /** The part of the contract that this host serves. */
  readonly operations: Operations
  /** The handlers available now; the vault's features are among them only while it is unlocked. */
  readonly handlers: () => Partial<Handlers<Where>>
  /** The state of the vault when a request arrives. */
  readonly state: () => VaultState
  /** Another reason to refuse an operation now, as a code; null if there is none. */
  readonly refuses?: (operation: Operation) => ErrorCode | null
  /**
   * Uses up the proof for an operation that needs one. Returns whether it was fresh and meant for this operation. Without
   * this function such operations are refused.
   */
  readonly takesProof?: (path: string, proof: string) => boolean
  readonly report: Report
  /** Turns failures of lower layers, such as the disk, into failures with a code; others come back unchanged. */
  readonly explain?: (cause: unknown) => unknown
}

const mostPlaces = 20

const failure = (code: ErrorCode, places: readonly string[] = []): Result => ({
  ok: false,
  code,
  places: places.slice(0, mostPlaces).map((place) => place.slice(0, 200)),
})

/** Finds an operation by its path. Looks at own properties only, so that `__proto__` and the like find nothing. */
export function findOperation(contract: Operations, path: string): Operation | null {
  const [feature, name, ...rest] = path.split('.')
  if (feature === undefined || name === undefined || rest.length > 0) return null
  const operations = ownProperty(contract, feature)
  return operations === undefined ? null : (ownProperty(operations, name) ?? null)
}

function ownProperty<T extends object>(object: T, key: string): T[keyof T] | undefined {
  // `Object.hasOwn` has proved that the key is the object's own.
  return Object.hasOwn(object, key) ? object[key as keyof T] : undefined
}

/** The places in an input that failed to parse, as dotted paths; never the values found there. */
export function placesOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.path.map(String).join('.'))
}

/**
 * Turns handlers into one function that checks path, state, input and output, and never throws. Whatever happens, it
 * wipes the secrets of the request, which cross as bytes.
 *
 * Parses the output with the contract's strict schemas, so that no extra field leaves the process.
 */
export function createRouter<Where extends Host>(options: RouterOptions<Where>) {
  const answer = async (raw: unknown): Promise<Result> => {
    const request = requestSchema.safeParse(raw)
    if (!request.success) return failure('invalid-input')
    const { path, input: rawInput } = request.data
    const operation = findOperation(options.operations, path)
    if (operation?.host !== options.host) return failure('not-found')
    const handler = findHandler(options.handlers(), path)
    if (!handler || !operation.availableIn.includes(options.state())) return failure('not-available')
    const refusal = options.refuses?.(operation) ?? null
    if (refusal) return failure(refusal)
    const { proof, rest } = operation.needsProof ? splitProof(rawInput) : { proof: null, rest: rawInput }
    const input = operation.input.safeParse(rest)
    if (!input.success) return failure('invalid-input', placesOf(input.error))
    // A locked vault has nothing to take out, and each of its operations asks for a secret of its own.
    if (operation.needsProof && options.state() !== 'locked')
      if (proof === null || !options.takesProof?.(path, proof)) return failure('proof-needed')
    try {
      const value = await handler(input.data)
      return { ok: true, value: operation.output.parse(value) }
    } catch (raw) {
      const cause = options.explain?.(raw) ?? raw
      if (cause instanceof AppError) return failure(cause.code, cause.places)
      options.report(path, cause)
      return failure('internal')
    }
  }
  return (raw: unknown): Promise<Result> => answer(raw).finally(() => wipeBytes(raw))
}

function findHandler(handlers: object, path: string): AnyHandler | null {
  const [feature = '', name = ''] = path.split('.')
  // `Handlers` guarantees functions here, but a path of text has lost the types of the names.
  const ofFeature = ownProperty(handlers, feature) as Record<string, AnyHandler> | undefined
  return ofFeature === undefined ? null : (ownProperty(ofFeature, name) ?? null)
}
