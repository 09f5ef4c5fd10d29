import type { ErrorCode, Result } from '#shared/contract/result.ts'

type Ask = (path: string, input: unknown) => Promise<string>

/** What every page asks first. None of these questions has an input. */
const firstQuestions = ['vault.status', 'app.about', 'lock.last']

const notAvailable = JSON.stringify({
  ok: false,
  code: 'not-available' satisfies ErrorCode,
  places: [],
} satisfies Result)

/**
 * Asks the page's first questions at once, while the page's scripts are still loading. Returns the page's way to ask:
 * its first question of each kind gets the answer that is already on its way.
 */
export function askFirstQuestions(ask: Ask): Ask {
  const answers = new Map(firstQuestions.map((path) => [path, ask(path, undefined)]))
  for (const answer of answers.values()) answer.catch(() => undefined)
  return async (path, input) => {
    const early = input === undefined ? answers.get(path) : undefined
    if (!early) return ask(path, input)
    answers.delete(path)
    const answer = await early
    // Main refuses a page that it does not know yet. By now it does.
    return answer === notAvailable ? ask(path, input) : answer
  }
}
