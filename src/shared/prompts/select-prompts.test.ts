import fastCheck from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../evidence/article.ts'
import { exampleArticle } from '../evidence/testing/example-article.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import { promptScoreKeys } from './prompt-scores.ts'
import { sessionEventKinds, sessionStatuses } from '../records/session.ts'
import { nothingKnown } from './client-features.ts'
import { exampleRecord, exampleSession, exampleSessions } from './example-record.ts'
import { featuresOf } from './features.ts'
import { type Prompt, promptSchema } from './prompt.ts'
import { dismissalReasons, promptAnswerKinds, type PastAnswer } from './prompt-answer.ts'
import { articlesRestedOn } from './prompt-evidence.ts'
import type { PromptRecord, RecordedSession } from './prompt-record.ts'
import { defineRule, type Directness, type Rule } from './rule.ts'
import { rules } from './rules/rules.ts'
import { choosePrompts } from './select-prompts.ts'
import { libraryFor } from './testing/rule-library.ts'

/** The prompts shown for a record. */
function selectPrompts(
  record: PromptRecord,
  articles: readonly Article[],
  answers: readonly PastAnswer[],
  tested: readonly Rule[] = rules,
  switchedOff: readonly string[] = [],
): Prompt[] {
  const { applying, shown } = choosePrompts({
    rules: tested,
    features: featuresOf(record),
    parameters: record.parameters,
    articles: articlesRestedOn(tested, articles),
    answers,
    switchedOff: new Set(switchedOff),
  })
  return applying.slice(0, shown)
}

const library = libraryFor(rules)

const fall = exampleRecord(
  exampleSessions({
    'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5],
    'client.felt-empathy': [8, 8, 7, 8, 8, 7, 8, 8, 4],
    'therapist.before.inadequate': [2, 2, 3, 2, 2, 2, 2, 3, 7],
    'therapist.after.inadequate': [2, 2, 3, 2, 2, 2, 2, 3, 7],
    'therapist.after.supportive': [8, 8, 8, 8, 7, 8, 8, 8, 4],
  }),
)

function chosen(answers: PastAnswer[] = [], record = fall): string[] {
  return selectPrompts(record, library, answers).map(({ ruleId }) => ruleId)
}

function ruleWith(id: string, changes: Partial<Rule>, sessionNumber = 5): Rule {
  const base = defineRule({
    id,
    version: 1,
    title: id,
    area: 'rupture',
    urgency: 2,
    rule: 'Speaks.',
    suggestion: 'You could?',
    cantTell: 'Much.',
    restsOn: ['example-2020/warmth'],
    coolDownSessions: 2,
    examples: { fires: () => nothingKnown, doesNot: () => nothingKnown },
    condition: () => ({ sessionNumber }),
    because: () => 'Because of 1.',
    numbers: () => [{ label: 'One', value: 1, n: 1 }],
  })
  return { ...base, ...changes }
}

/** A finding of the study `pooled`, as a rule uses it. */
function pooledFinding(directness: Directness) {
  return { articleId: 'pooled', effectId: 'warmth', directness }
}

describe('the prompts for a client', () => {
  it('are at most three, the most urgent first', () => {
    const record = exampleRecord(
      fall.sessions.map((session) =>
        session.number === 9
          ? {
              ...session,
              events: ['concern-raised', 'cultural-concern', 'client-cried'] as const,
            }
          : session,
      ),
    )
    expect(chosen([], record)).toEqual([
      'concern-raised',
      'cultural-concern',
      'rupture-detected-not-reported',
    ])
  })

  it('about one event are one, with the others beneath it', () => {
    const [first, ...others] = selectPrompts(fall, library, [])
    expect(others).toEqual([])
    expect(first?.ruleId).toBe('rupture-detected-not-reported')
    expect(first?.also.map(({ ruleId }) => ruleId)).toEqual([
      'inadequate-after-above-usual',
      'inadequate-before-above-usual',
      'felt-empathy-below-usual',
    ])
    expect(first?.also[2]?.because).toMatch(/^Felt empathy was 4 in session 9/)
  })

  it('about an event that was answered are silent, also under another rule', () => {
    const answer = {
      ruleId: 'rupture-detected-not-reported',
      sessionNumber: 9,
      answer: 'helpful',
      reason: null,
    } as const
    expect(chosen([answer])).toEqual([])
    // The next session is another event.
    const later = exampleSession(10, { scores: { 'client.felt-empathy': 2, 'client.helpfulness': 2 } })
    expect(chosen([answer], exampleRecord([...fall.sessions, later]))).toEqual(['felt-empathy-below-usual'])
  })

  it('beneath another come back with it after "later"', () => {
    const answer = {
      ruleId: 'rupture-detected-not-reported',
      sessionNumber: 9,
      answer: 'later',
      reason: null,
    } as const
    expect(chosen([answer])).toEqual([])
    expect(chosen([answer], exampleRecord([...fall.sessions, exampleSession(10)]))).toEqual([
      'rupture-detected-not-reported',
    ])
  })

  it('carry their numbers, finding and limits', () => {
    const prompt = selectPrompts(fall, library, []).find(
      ({ ruleId }) => ruleId === 'rupture-detected-not-reported',
    )
    expect(promptSchema.parse(prompt)).toMatchObject({
      because:
        'The client’s alliance rating dropped from about 7.6 (6 ratings) to 4.5 in session 9, and no rupture was noted.',
      source: { articleId: 'babl-2022', effectId: 'rupture-intensity-alliance', citation: 'Example, 2020' },
      furtherSources: [
        { articleId: 'zlotnick-2020', effectId: 'fall-unreliable' },
        { articleId: 'eubanks-2018', effectId: 'repair-outcome' },
      ],
      strength:
        'One observational study, 40 pairs of therapist and client, 1,600 sessions (finding from a summary, not the paper); compares clients, not sessions',
      sessionNumber: 9,
    })
  })

  it('are absent if the library lacks the finding', () => {
    expect(selectPrompts(fall, [], [])).toEqual([])
  })

  it('are absent with fewer ratings than the rules need', () => {
    const early = exampleRecord(
      exampleSessions({
        'client.alliance': [9, 9, 9, 1],
        'client.felt-empathy': [9, 9, 9, 1],
        'therapist.after.inadequate': [0, 0, 0, 9],
        'therapist.alliance': [9, 8, 9, 8],
      }),
    )
    expect(chosen([], early)).toEqual([])
  })

  it('count those answered in this session among the three', () => {
    const events = ['concern-raised', 'cultural-concern', 'client-cried'] as const
    const record = exampleRecord([...fall.sessions.slice(0, -1), exampleSession(9, { events })])
    expect(chosen([], record)).toHaveLength(3)
    const answer = { ruleId: 'concern-raised', sessionNumber: 9, answer: 'helpful', reason: null } as const
    expect(chosen([answer], record)).toEqual(['cultural-concern', 'client-cried'])
    const elsewhere = { ...answer, ruleId: 'no-client-rating' }
    expect(chosen([answer, elsewhere], record)).toEqual(['cultural-concern'])
  })

  it('do not come back without newer numbers', () => {
    const record = exampleRecord([...fall.sessions, exampleSession(9), exampleSession(10)])
    const answer = {
      ruleId: 'rupture-detected-not-reported',
      sessionNumber: 9,
      answer: 'dismissed',
      reason: 'doesnt-fit',
    } as const
    expect(chosen([], record)).toContain('rupture-detected-not-reported')
    expect(chosen([answer], record)).toEqual([])
  })

  it('come back in the next session after "later"', () => {
    const answer = {
      ruleId: 'rupture-detected-not-reported',
      sessionNumber: 9,
      answer: 'later',
      reason: null,
    } as const
    expect(chosen([answer])).not.toContain('rupture-detected-not-reported')
    expect(chosen([answer], exampleRecord([...fall.sessions, exampleSession(10)]))).toContain(
      'rupture-detected-not-reported',
    )
  })
})

describe('a rule', () => {
  const sessions = [5, 6, 7, 8].map((number) => exampleSession(number))
  const inSession = (number: number) => exampleRecord(sessions.filter((session) => session.number <= number))
  const answered = { ruleId: 'a', sessionNumber: 5, answer: 'helpful', reason: null } as const

  function order(...tested: Rule[]): string[] {
    return selectPrompts(inSession(5), [exampleArticle()], [], tested).map(({ ruleId }) => ruleId)
  }

  it('makes no prompt while it cools down, even with newer numbers', () => {
    const spoken = (current: number) =>
      selectPrompts(inSession(current), [exampleArticle()], [answered], [ruleWith('a', {}, current)]).length
    expect([spoken(5), spoken(6), spoken(7)]).toEqual([0, 0, 1])
  })

  it('cools down twice as long after "does not fit"', () => {
    const spoken = (current: number) =>
      selectPrompts(
        inSession(current),
        [exampleArticle()],
        [{ ...answered, sessionNumber: 4, answer: 'dismissed', reason: 'doesnt-fit' }],
        [ruleWith('a', {}, current)],
      ).length
    expect([spoken(6), spoken(7), spoken(8)]).toEqual([0, 0, 1])
  })

  it('cools down no longer than after any other answer if only the moment was wrong', () => {
    const spoken = (reason: PastAnswer['reason']) =>
      selectPrompts(
        inSession(7),
        [exampleArticle()],
        [{ ...answered, sessionNumber: 5, answer: 'dismissed', reason }],
        [ruleWith('a', {}, 7)],
      ).length
    expect(
      ['not-now', 'knew-it', 'doesnt-fit', 'wrong-number', 'other'].map((reason) => spoken(reason as never)),
    ).toEqual([1, 1, 0, 0, 0])
  })

  it('that speaks once is silent for good after an answer, but not after "later"', () => {
    const spoken = (answer: PastAnswer['answer']) =>
      selectPrompts(
        inSession(8),
        [exampleArticle()],
        [{ ...answered, sessionNumber: 1, answer }],
        [ruleWith('a', { isOnce: true }, 8)],
      ).length
    expect([spoken('helpful'), spoken('supervision'), spoken('later')]).toEqual([0, 0, 1])
  })

  it('makes no prompt while it is switched off, and no longer replaces other rules', () => {
    const tested = [ruleWith('a', {}), ruleWith('b', { supersedes: ['a'] })]
    const ids = selectPrompts(inSession(5), [exampleArticle()], [], tested, ['b'])
    expect(ids.map(({ ruleId }) => ruleId)).toEqual(['a'])
  })

  it('gives way to a more exact rule that makes a prompt', () => {
    expect(order(ruleWith('a', {}), ruleWith('b', { supersedes: ['a'] }))).toEqual(['b'])
  })

  it('comes first by urgency, then by newer numbers, then by its name', () => {
    expect(order(ruleWith('a', { urgency: 1 }, 9), ruleWith('b', { urgency: 3 }, 1))).toEqual(['b', 'a'])
    expect(order(ruleWith('a', {}, 4), ruleWith('b', {}, 5))).toEqual(['b', 'a'])
    expect(order(ruleWith('b', {}), ruleWith('a', {}))).toEqual(['a', 'b'])
  })

  it('comes before another with a weaker finding', () => {
    const pooled = exampleArticle({ id: 'pooled', design: 'meta-analysis' })
    const basedOnPooled = ruleWith('z', { restsOn: [pooledFinding('same-level')] })
    const ids = selectPrompts(
      inSession(5),
      [exampleArticle(), pooled],
      [],
      [ruleWith('a', {}), basedOnPooled],
    )
    expect(ids.map(({ ruleId }) => ruleId)).toEqual(['z', 'a'])
  })

  it.each([
    { directness: 'between-people', says: 'compares clients, not sessions' },
    { directness: 'other-intervention', says: 'about another step than this one' },
  ] as const)(
    'comes after one with a direct finding, however strong its own is, if that $says',
    ({ directness, says }) => {
      const pooled = exampleArticle({ id: 'pooled', design: 'meta-analysis' })
      const interviews = exampleArticle({ design: 'qualitative' })
      const indirect = ruleWith('a', { restsOn: [pooledFinding(directness)] })
      const found = selectPrompts(inSession(5), [interviews, pooled], [], [indirect, ruleWith('z', {})])
      expect(found.map(({ ruleId }) => ruleId)).toEqual(['z', 'a'])
      expect(found[1]?.strength).toMatch(new RegExp(`^Meta-analysis, .*; ${says}$`))
      expect(found[0]?.strength).not.toContain(';')
    },
  )

  it('comes after another when it was dismissed before', () => {
    const dismissed = { ruleId: 'a', sessionNumber: 1, answer: 'dismissed', reason: 'doesnt-fit' } as const
    const tested = [ruleWith('a', {}, 8), ruleWith('b', {}, 8)]
    const ids = selectPrompts(inSession(8), [exampleArticle()], [dismissed], tested)
    expect(ids.map(({ ruleId }) => ruleId)).toEqual(['b', 'a'])
  })
})

describe('for any record', () => {
  const anySession = fastCheck.record({
    status: fastCheck.constantFrom(...sessionStatuses),
    scores: fastCheck.dictionary(
      fastCheck.constantFrom(...promptScoreKeys),
      fastCheck.integer({ min: 0, max: 20 }).map((half) => half / 2),
    ),
    ruptureNote: fastCheck.option(
      fastCheck.record({
        seenBy: fastCheck.constantFrom('therapist', 'client', 'both'),
        isWithdrawal: fastCheck.boolean(),
        isConfrontation: fastCheck.boolean(),
        intensity: fastCheck.option(fastCheck.integer({ min: 0, max: 10 })),
        resolution: fastCheck.option(fastCheck.constantFrom('resolved', 'partly', 'unresolved')),
      }),
    ),
    events: fastCheck.uniqueArray(fastCheck.constantFrom(...sessionEventKinds)),
    feelings: fastCheck.uniqueArray(fastCheck.constantFrom('liking', 'drained', 'helpless')),
  })
  const anySessions = fastCheck
    .array(anySession, { maxLength: 25 })
    .map((changes): RecordedSession[] => changes.map((change, index) => exampleSession(index + 1, change)))

  it('the prompts fit their schema, number at most three, and are the same the second time', () => {
    fastCheck.assert(
      fastCheck.property(anySessions, (sessions) => {
        const record = exampleRecord(sessions)
        const prompts = selectPrompts(record, library, [])
        expect(prompts.length).toBeLessThanOrEqual(3)
        expect(prompts.map((prompt) => promptSchema.parse(prompt))).toEqual(prompts)
        expect(selectPrompts(structuredClone(record), library, [])).toEqual(prompts)
        expect(selectPrompts(record, library.toReversed(), [], rules.toReversed())).toEqual(prompts)
        const mixed = { ...record, episodes: record.episodes.toReversed(), outcomes: [] }
        expect(selectPrompts(mixed, library, [])).toEqual(prompts)
      }),
    )
  })

  const anyAnswer = fastCheck
    .record({
      ruleId: fastCheck.constantFrom(...rules.map(({ id }) => id)),
      sessionNumber: fastCheck.integer({ min: 1, max: 25 }),
      answer: fastCheck.constantFrom(...promptAnswerKinds),
    })
    .chain((answer): fastCheck.Arbitrary<PastAnswer> =>
      fastCheck
        .constantFrom(...dismissalReasons)
        .map((reason) => ({ ...answer, reason: answer.answer === 'dismissed' ? reason : null })),
    )

  it('for any answers in any order, the prompts are the same and exclude those just answered', () => {
    fastCheck.assert(
      fastCheck.property(anySessions, fastCheck.array(anyAnswer, { maxLength: 8 }), (sessions, answers) => {
        const record = exampleRecord(sessions)
        const prompts = selectPrompts(record, library, answers)
        expect(selectPrompts(record, library.toReversed(), answers.toReversed(), rules.toReversed())).toEqual(
          prompts,
        )
        const current = featuresOf(record).currentSession
        const answeredNow = answers.filter(({ sessionNumber }) => sessionNumber === current)
        expect(prompts.length).toBeLessThanOrEqual(Math.max(0, 3 - answeredNow.length))
        const shownIds = prompts.map(({ ruleId }) => ruleId)
        expect(answeredNow.filter(({ ruleId }) => shownIds.includes(ruleId))).toEqual([])
        const off = shownIds.slice(0, 1)
        expect(selectPrompts(record, library, answers, rules, off).map(({ ruleId }) => ruleId)).not.toEqual(
          expect.arrayContaining(off.length === 0 ? ['none'] : off),
        )
      }),
    )
  })

  it('names the changed parameters behind it, and shows their current values in the rule', () => {
    const record = exampleRecord(
      exampleSessions({
        'client.alliance': [5, 8, 4, 8, 3, 8, 4, 8, 5, 8, 4, 8, 3, 8, 4, 8],
        'therapist.alliance': [6, 6, 6, 6.5, 6, 6, 6.5, 6, 6, 6, 6, 6.5, 6, 6, 6.5, 6],
      }),
    )
    const parameters = { ...initialRuleParameters, congruencePairs: 16, trackSession: 9 }
    const found = selectPrompts({ ...record, episodes: [], parameters }, library, []).find(
      ({ area }) => area === 'congruence',
    )
    expect(found?.rule).toMatch(/at least 16 sessions/)
    expect(found?.changedParameters).toEqual(['congruencePairs'])
  })
})
