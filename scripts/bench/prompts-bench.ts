import type { Article } from '#shared/evidence/article.ts'
import { articleSchema } from '#shared/evidence/article.ts'
import { exampleRecord, exampleSession } from '#shared/prompts/example-record.ts'
import { featuresOf } from '#shared/prompts/features.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import type { PastAnswer } from '#shared/prompts/prompt-answer.ts'
import type { PromptRecord } from '#shared/prompts/prompt-record.ts'
import { rules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts } from '#shared/prompts/select-prompts.ts'
import { promptScoreKeys } from '#shared/prompts/prompt-scores.ts'
import { median, timesOf, type Figure } from './statistics.ts'

/** A client with every scale rated in every session, so that every rule has the most to do. */
function record(sessions: number): PromptRecord {
  return exampleRecord(
    Array.from({ length: sessions }, (_, index) =>
      exampleSession(index + 1, {
        scores: Object.fromEntries(
          promptScoreKeys.map((key, place) => [
            key,
            5 + ((index * 7 + place * 3) % 9) / 2 - (index === sessions - 1 ? 4 : 0),
          ]),
        ),
        events: ['client-cried', 'concern-raised', 'cultural-concern'],
        feelings: ['drained'],
      }),
    ),
  )
}

/** A library with the findings of every rule. */
function library(): Article[] {
  const references = rules.flatMap(({ restsOn }) => restsOn)
  return [...Map.groupBy(references, ({ articleId }) => articleId)].map(([id, ofArticle]) =>
    articleSchema.parse({
      id,
      title: id,
      citation: id,
      shortCitation: id,
      authors: ['Example, A.'],
      year: 2020,
      journal: 'A journal',
      missing: ['doi', 'month of the summary'],
      topics: ['alliance'],
      design: 'longitudinal',
      sample: { clients: 40 },
      effects: [...new Set(ofArticle.map(({ effectId }) => effectId))].map((effectId) => ({
        id: effectId,
        claim: 'A finding.',
        statistic: 'direction',
        reportedIn: 'summary',
      })),
      discrepancies: [],
      caveats: ['None.'],
      checked: { doi: false, abstract: false },
      source: { publication: 'A blog' },
      sections: { inBrief: ['.'], whatWasFound: ['.'], inPractice: ['.'], keepInMind: ['.'] },
    }),
  )
}

function choose(given: PromptRecord, articles: Article[], answers: PastAnswer[]): number {
  return choosePrompts({
    rules,
    features: featuresOf(given),
    parameters: given.parameters,
    articles: articlesRestedOn(rules, articles),
    answers,
    switchedOff: new Set(),
  }).applying.length
}

function bareLoop({ sessions }: PromptRecord): number {
  let sum = 0
  for (const { scores } of sessions) for (const key of promptScoreKeys) sum += scores[key] ?? 0
  return sum
}

const time = (action: () => number, rounds: number): number => median(timesOf(action, rounds))

/** Times the prompts of one client with 500 sessions and 500 answers, beside a bare loop over the same scores. */
export function benchPrompts(): Figure[] {
  const [client, long] = [record(500), record(5_000)]
  const articles = library()
  // The answers are old, so the rules read them but none is silenced.
  const answers = Array.from({ length: 500 }, (_, index): PastAnswer => {
    const ruleId = rules[index % rules.length]?.id ?? ''
    return { ruleId, sessionNumber: 1 + (index % 400), answer: 'helpful', reason: null }
  })
  if (choose(client, articles, answers) === 0) throw new Error('no prompt was found')
  const all = time(() => choose(client, articles, answers), 100)
  const floor = time(() => bareLoop(client), 1_000)
  const tenfold = time(() => choose(long, articles, answers), 20)
  return [
    {
      name: 'prompts, 500 sessions with every scale rated',
      value: all,
      unit: 'ms',
      beside: { name: 'a bare loop', value: floor },
      goal: { words: 'at most 3 ms', isMet: all <= 3 },
    },
    {
      name: 'the same with 10 times the sessions',
      value: tenfold,
      unit: 'ms',
      beside: { name: '500 sessions', value: all },
      goal: { words: 'at most 12 times', isMet: tenfold <= 12 * all },
    },
  ]
}
