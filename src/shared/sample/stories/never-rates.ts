import { withdrawal } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A client who does not want to rate, and why; only the therapist rates. */
export const neverRates: Story = {
  name: 'never-rates',
  code: 'Thimble',
  status: 'active',
  therapyType: 'Systemic individual therapy',
  notes: 'Fictional client. Came about living between two families. Prefers to talk than to fill in forms.',
  moments: [
    { session: 2, what: 'The client says that forms feel like an office, and they agree to talk instead.' },
    { session: 9, what: 'The therapist notes a withdrawal for which no rating exists.' },
  ],
  rhythm: { lastDaysAgo: 6, everyWeeks: 2, hour: 14 },
  alliance: [6.5, 6.25, 6.75, 7, 7, 7.25, 7, 7.25, 5.75, 6.75, 7.25, 7.5, 7.25, 7.5, 7.5, 7.75],
  clientRates: false,
  usualNegative: 4,
  usualPositive: 4.5,
  usualSupportive: 6,
  usualInadequate: 3,
  allianceView: { bias: 0, follows: 0.9, noise: 0.5 },
  emotionView: { bias: 0.5, follows: 0.5, noise: 1 },
  at: {
    1: { note: 'Two languages in one hour.', withoutForms: ['guess'] },
    2: {
      note: 'No forms. We end with a few minutes on how it was instead.',
      withoutForms: ['guess'],
      events: [{ kind: 'cultural-concern', note: 'A form means an official, and officials mean trouble.' }],
    },
    4: { note: 'Drew the two kitchens.', withoutForms: ['guess'] },
    5: { modality: 'phone', durationMinutes: 40, withoutForms: ['guess', 'before'] },
    7: { note: 'Told me how it was, at the end: good.' },
    9: {
      note: 'I used the wrong word for the family. Felt the room go cold.',
      withoutForms: ['guess'],
      rupture: withdrawal({
        intensity: 5,
        resolution: 'partly',
        tried: ['owned-my-part', 'asked-about-their-view'],
        note: 'Said it did not matter. It did.',
      }),
      events: [{ kind: 'cultural-concern', note: 'My word, not theirs.' }],
    },
    10: { note: 'Came back to the word. They taught me theirs.' },
    12: { withoutForms: ['guess', 'after'] },
    14: { note: 'A feast with both families is planned.' },
    16: { note: 'Asked, half joking, to see the form. Put it back.', withoutForms: ['guess'] },
  },
}
