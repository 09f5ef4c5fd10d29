import type { Api, InputAt, OutputAt, Path } from '#shared/contract/contract.ts'
import { AppError, resultSchema } from '#shared/contract/result.ts'

type Call = (path: string, input: unknown) => Promise<unknown>

/**
 * The typed client: `api.clients.get({ id })`.
 *
 * A failure is thrown as an `AppError` with its code; the answer was parsed where it was made.
 */
export function createApi(call: Call): Api {
  const operation = (path: string) => async (input?: unknown) => {
    const result = resultSchema.parse(await call(path, input))
    if (!result.ok) throw new AppError(result.code, result.places)
    return result.value
  }
  // The types know which names there are; at run time any name is asked for and the router refuses the unknown. That
  // saves building every schema of the contract before the first screen.
  return named((feature) => named((name) => operation(`${feature}.${name}`))) as Api
}

/** Asks for an operation by its path. */
export function callAt<P extends Path>(api: Api, path: P, input: InputAt<P> | void): Promise<OutputAt<P>> {
  const [feature, name] = path.split('.')
  // The types of the parameters say that the path names an operation, and what it takes and gives.
  const operations = api as unknown as Record<
    string,
    Record<string, (given: unknown) => Promise<OutputAt<P>>>
  >
  const operation = operations[feature ?? '']?.[name ?? '']
  if (operation === undefined) throw new Error(`no operation ${path}`)
  return operation(input)
}

/** An object that makes its members when they are first asked for, and keeps them. */
function named(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>()
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        // Whoever wraps it in a promise asks for `then`, and must not find one.
        if (typeof name !== 'string' || name === 'then') return undefined
        if (!made.has(name)) made.set(name, make(name))
        return made.get(name)
      },
    },
  )
}
