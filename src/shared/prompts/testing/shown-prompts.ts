import { initialRuleParameters } from '../../rule-settings/rule-parameters.ts'
import { featuresOf } from '../features.ts'
import type { Prompt } from '../prompt.ts'
import type { PastAnswer } from '../prompt-answer.ts'
import { articlesRestedOn } from '../prompt-evidence.ts'
import type { PromptRecord } from '../prompt-record.ts'
import { rules } from '../rules/rules.ts'
import { choosePrompts } from '../select-prompts.ts'
import { libraryFor } from './rule-library.ts'

const articles = articlesRestedOn(rules, libraryFor(rules))

/**
 * Shows a client's prompts session by session, each of them answered, as the app chooses them. `recordAfter` gives the
 * record after so many sessions.
 */
export function shownPrompts(
  sessions: number,
  recordAfter: (sessions: number) => PromptRecord,
): { sessionNumber: number; prompt: Prompt }[] {
  const answers: PastAnswer[] = []
  return Array.from({ length: sessions }, (_, index) => index + 1).flatMap((sessionNumber) => {
    const { applying, shown } = choosePrompts({
      rules,
      features: featuresOf(recordAfter(sessionNumber)),
      parameters: initialRuleParameters,
      articles,
      answers,
      switchedOff: new Set(),
    })
    return applying.slice(0, shown).map((prompt) => {
      answers.push({ ruleId: prompt.ruleId, sessionNumber, answer: 'helpful', reason: null })
      return { sessionNumber, prompt }
    })
  })
}
