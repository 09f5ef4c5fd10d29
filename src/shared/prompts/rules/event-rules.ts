import type { SessionEvent } from '../../records/session.ts'
import type { ClientFeatures } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { betweenPeople, defineRule } from '../rule.ts'

function noted({ events }: ClientFeatures, kind: SessionEvent['kind']): { sessionNumber: number } | null {
  return events !== null && events.kinds.includes(kind) ? { sessionNumber: events.sessionNumber } : null
}

function exampleOf(
  kinds: SessionEvent['kind'][],
  after: { events?: SessionEvent['kind'][] }[] = [],
): () => ClientFeatures {
  return () => exampleFeatures({ 'client.alliance': [7, 7] }, { newest: { events: kinds }, after })
}

function notedOnce(label: string): () => PromptNumber[] {
  return () => [{ label, value: 1, n: 1 }]
}

/** The client raised a concern about the therapy in the newest session. */
export const concernRaised = defineRule({
  id: 'concern-raised',
  version: 2,
  repeatsNotes: true,
  title: 'A concern to come back to',
  area: 'events',
  urgency: 3,
  rule: 'A concern raised by the client was noted in the newest session.',
  condition: (features) => noted(features, 'concern-raised'),
  because: ({ sessionNumber }) => `The client raised a concern in session ${String(sessionNumber)}.`,
  numbers: notedOnce('Sessions with a concern raised, newest session'),
  suggestion:
    'You could come back to it next time: did it feel heard, and is there something you could change together?',
  cantTell:
    'Thirteen clients told of therapies that had gone badly, and of concerns that were answered in ways that hurt or were not taken up. Interviews cannot say how often an unmet concern ends a therapy.',
  restsOn: ['knox-2022/therapist-action-inaction', 'knox-2022/concerns-not-met', 'knox-2022/hard-to-voice'],
  coolDownSessions: 1,
  examples: { fires: exampleOf(['concern-raised']), doesNot: exampleOf(['other']) },
})

const unmetFrom = 2
const unmetUpTo = 8

/** The client raised a concern, and no session since notes that it was taken up. */
export const concernNotTakenUp = defineRule({
  id: 'concern-not-taken-up',
  version: 1,
  title: 'A concern not taken up so far',
  area: 'events',
  urgency: 2,
  rule: `The newest concern that was noted lies ${String(unmetFrom)} to ${String(unmetUpTo)} sessions back, and neither that session nor any since notes that a concern was taken up.`,
  condition: ({ concern }) =>
    concern !== null && concern.sessionsSince >= unmetFrom && concern.sessionsSince <= unmetUpTo
      ? concern
      : null,
  because: ({ sessionNumber, sessionsSince }) =>
    `The client raised a concern in session ${String(sessionNumber)}. In the ${String(sessionsSince)} sessions since, it was not noted that it was taken up.`,
  numbers: ({ sessionsSince }) => [
    { label: 'Sessions since the concern', value: sessionsSince, n: sessionsSince },
  ],
  suggestion:
    'You could come back to it: is it still there, and what would help? If you have, a note of it with that session ends this.',
  cantTell:
    'A concern may have been taken up without a note. Thirteen clients told of concerns that had not been taken up before a therapy ended badly; interviews cannot say how often that happens, nor what follows where it does.',
  restsOn: ['knox-2022/concerns-not-met', 'knox-2022/concerns-unresolved', 'knox-2022/hard-to-voice'],
  coolDownSessions: 8,
  examples: {
    fires: () => exampleOf(['concern-raised'], [{}, {}])(),
    doesNot: () => exampleOf(['concern-raised'], [{ events: ['concern-taken-up'] }, {}])(),
  },
})

/** A concern about culture or identity was noted in the newest session. */
export const culturalConcern = defineRule({
  id: 'cultural-concern',
  version: 2,
  repeatsNotes: true,
  title: 'Culture in the room',
  area: 'events',
  urgency: 3,
  rule: 'A concern about culture or identity was noted in the newest session.',
  condition: (features) => noted(features, 'cultural-concern'),
  because: ({ sessionNumber }) =>
    `A concern about culture or identity was noted in session ${String(sessionNumber)}.`,
  numbers: notedOnce('Sessions with a cultural concern, newest session'),
  suggestion:
    'You could ask what it meant to them, and whether something you said or left out was part of it.',
  cantTell:
    'A survey of 288 Black, Indigenous and other women of color, looking back at one time. It shows what goes together for them, not what would help this client.',
  restsOn: [
    betweenPeople('deblaere-2023/microaggressions-alliance'),
    betweenPeople('deblaere-2023/microaggressions-outcome'),
  ],
  coolDownSessions: 1,
  examples: { fires: exampleOf(['cultural-concern', 'other']), doesNot: exampleOf(['concern-raised']) },
})

/** The client cried in the newest session. */
export const clientCried = defineRule({
  id: 'client-cried',
  version: 2,
  repeatsNotes: true,
  title: 'After tears',
  area: 'events',
  urgency: 1,
  rule: 'It was noted that the client cried in the newest session.',
  condition: (features) => noted(features, 'client-cried'),
  because: ({ sessionNumber }) => `The client cried in session ${String(sessionNumber)}.`,
  numbers: notedOnce('Sessions in which the client cried, newest session'),
  suggestion: 'You could ask what it was like to cry here, and how they felt afterwards.',
  cantTell:
    'One survey of 106 clients, looking back. It cannot say whether crying helps, or whether it comes easier where the alliance is good.',
  restsOn: [
    betweenPeople('genova-2021/relief-after-crying'),
    betweenPeople('genova-2021/depressed-alliance'),
  ],
  coolDownSessions: 6,
  examples: { fires: exampleOf(['client-cried']), doesNot: exampleOf([]) },
})
