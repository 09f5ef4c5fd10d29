import type { Api, InputAt, OutputAt, Path } from '#shared/contract/contract.ts'
import { AppError, resultSchema } from '#shared/contract/result.ts'
import { wipeBytes } from '#shared/contract/wipe-bytes.ts'

type Call = (path: string, input: unknown) => Promise<unknown>

/**
 * The typed client: `api.clients.get({ id })`.
 *
 * Throws a failure as an `AppError` with its code. Answers are parsed by the process that makes them. Secrets, which are
 * given as bytes, are wiped after the call.
 */
export function createApi(call: Call): Api {
  const operation = (path: string) => async (input?: unknown) => {
    const result = resultSchema.parse(await call(path, input).finally(() => wipeBytes(input)))
    if (!result.ok) throw new AppError(result.code, result.places)
    return result.value
  }
  // The types know the names; at run time every name is sent and the router refuses unknown ones. So the page need
  // not build every schema of the contract before the first screen.
  return named((feature) => named((name) => operation(`${feature}.${name}`))) as Api
}

/** Calls an operation by its path. */
export function callAt<P extends Path>(api: Api, path: P, input: InputAt<P> | void): Promise<OutputAt<P>> {
  const [feature, name] = path.split('.')
  // The parameter types guarantee that the path names an operation with this input and output.
  const operations = api as unknown as Record<
    string,
    Record<string, (given: unknown) => Promise<OutputAt<P>>>
  >
  const operation = operations[feature ?? '']?.[name ?? '']
  if (operation === undefined) throw new Error(`no operation ${path}`)
  return operation(input)
}

/** An object that makes its members at their first use, and keeps them. */
function named(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>()
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        // A promise looks for `then` on its value and must not find one.
        if (typeof name !== 'string' || name === 'then') return undefined
        if (!made.has(name)) made.set(name, make(name))
        return made.get(name)
      },
    },
  )
}
