import { contract, type Api } from '#shared/contract/contract.ts'
import { AppError, outcomeSchema } from '#shared/contract/outcome.ts'

type Call = (path: string, input: unknown) => Promise<unknown>

/**
 * The typed client: `api.clients.get({ id })`.
 *
 * A failure is thrown as an `AppError` with its code; the answer was parsed where it was made.
 */
export function createApi(call: Call): Api {
  const operation = (path: string) => async (input?: unknown) => {
    const outcome = outcomeSchema.parse(await call(path, input))
    if (!outcome.ok) throw new AppError(outcome.code, outcome.places)
    return outcome.value
  }
  const features = Object.entries(contract).map(([feature, operations]) => [
    feature,
    Object.fromEntries(Object.keys(operations).map((name) => [name, operation(`${feature}.${name}`)])),
  ])
  // Built from the contract's own names, so it has the contract's shape; the loop can't carry the types.
  return Object.fromEntries(features) as Api
}
