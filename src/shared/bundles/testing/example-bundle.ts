import { bundleSchema, type Bundle } from '../bundle.ts'
import { buildBundledClient, type BundleChoice, type SessionTexts } from '../build-bundled-client.ts'
import type { Agreement } from '../../supervision/meeting.ts'
import type { AgreedAt } from '../../supervision/since-agreed.ts'
import type { BundledClient } from '../bundled-client.ts'
import { buildOverview } from '../../overview/build-overview.ts'
import { exampleClient, exampleSessions } from '../../overview/testing/example-sessions.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '../../series/testing/own-series.ts'

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** Public keys of the right form, the same for the same number. Nobody has the private ones. */
export function exampleKeys(number: number) {
  const letter = letters[number % letters.length] ?? 'q'
  return {
    age: `age1${letter.repeat(58)}`,
    agePostQuantum: null,
    signing: `${'A'.repeat(41)}${number % 10}A`,
  }
}

/** Chooses everything of a client of the example; fields can be replaced. */
export function exampleChoice(more: Partial<BundleChoice> = {}): BundleChoice {
  return {
    pseudonym: '7QF3-K9MW',
    question: 'How do I come back to what was said in session 10?',
    series: new Set([clientAlliance, therapistAlliance]),
    sessions: new Set(Array.from({ length: 100 }, (_, index) => index + 1)),
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
    ...more,
  }
}

/** The overview of a client whose alliance falls at the tenth session and recovers; the last session is planned. */
export const exampleOverview = buildOverview(
  exampleClient,
  exampleSessions(
    [8, 8.2, 7.9, 8.1, 8, 8.2, 7.9, 8.1, 8.2, 3, 3.4, 7.8, 8, null, 'planned'],
    [8, 8, 8, 8, 7, 7, 8, 8, 8, 6, 6, 8, 8],
  ),
  { series: ownSeries },
)

/** What was agreed about that client: after the second session, and before the first. */
const exampleAgreements: readonly (AgreedAt & Pick<Agreement, 'text' | 'state'>)[] = [
  { agreedOn: '2025-01-01', heldWhenAgreed: 0, text: 'Ask what they hope for.', state: 'tried' },
  { agreedOn: '2025-01-15', heldWhenAgreed: 0, text: 'Name the silence.', state: 'open' },
]

/** That client as a part of a bundle. */
export function exampleBundledClient(
  choice: Partial<BundleChoice> = {},
  textsOf: () => SessionTexts = () => ({ notes: '', words: [], ruptureNote: '' }),
): BundledClient {
  return buildBundledClient(
    { ...exampleOverview, textsOf, agreements: exampleAgreements },
    exampleChoice(choice),
  )
}

/** A valid bundle about one client; fields can be replaced. */
export function exampleBundle(more: Partial<Bundle> = {}): Bundle {
  return bundleSchema.parse({
    format: 'attune-bundle',
    version: 1,
    bundleId: '0c7a3f7e-6a51-4b5a-9d2e-0a3f4c1b2d3e',
    number: 1,
    madeAt: '2026-03-20T17:05:00.000Z',
    sender: exampleKeys(1),
    recipient: exampleKeys(2),
    withdrawn: [],
    wellbeing: null,
    clients: [exampleBundledClient()],
    ...more,
  })
}
