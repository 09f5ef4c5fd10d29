import { confrontation } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A therapist who rates the alliance well above what the client says, whatever the week was like. */
export const therapistOverrates: Story = {
  name: 'therapist-overrates',
  code: 'Compass',
  status: 'active',
  therapyType: 'Acceptance and commitment therapy',
  notes: 'Fictional client. Came about putting things off. Dry wit; easy to like.',
  moments: [
    { session: 10, what: 'The therapist notes a rupture that the ratings do not show.' },
    { session: 24, what: 'Begun and rated by the client, but never finished by the therapist.' },
  ],
  rhythm: { lastDaysAgo: 1, hour: 16, breaksBefore: { 16: 1 } },
  alliance: [
    5.5, 5.75, 6, 5.5, 5.75, 6.25, 6, 5.5, 5.75, 5.25, 5.75, 6, 6.25, 5.75, 5.5, 6, 5.75, 5.25, 5.5, 6, 6.25,
    6, 5.75, 6,
  ],
  clientRates: true,
  usualNegative: 4,
  usualPositive: 4.5,
  usualSupportive: 6.5,
  usualInadequate: 1.5,
  allianceView: { bias: 1.8, follows: 0.2, noise: 0.7 },
  emotionView: { bias: 0.9, follows: 0.2, noise: 1.2 },
  at: {
    2: { note: 'Great rapport. We laughed a lot.' },
    6: { modality: 'video' },
    7: { note: 'Values exercise went very well, I thought.' },
    10: {
      note: 'Sparred about homework.',
      rupture: confrontation({
        intensity: 4,
        resolution: 'resolved',
        tried: ['explained-the-why'],
        note: 'Called the homework school. Over in a minute, as I saw it.',
      }),
    },
    12: { withoutForms: ['guess'] },
    15: { note: 'Strong session.', comment: 'Okay.' },
    16: { modality: 'video', withoutForms: ['before'] },
    18: { note: 'Could be the best hour so far.', comment: 'Not my best week.' },
    21: { withoutForms: ['client'], note: 'Ran over; no time left for the form.' },
    23: { note: 'Sent off the letter at last.' },
    24: { status: 'begun', withoutForms: ['after', 'guess'] },
  },
}
