import { phq9Course } from '../outcome-form.ts'
import type { Story } from '../story.ts'

/** Negative emotions that fall by half from one session to the next, and stay low. */
export const suddenGain: Story = {
  name: 'sudden-gain',
  code: 'Kettle',
  status: 'paused',
  therapyType: 'Compassion-focused therapy',
  notes: 'Fictional client. Came about a harsh inner voice. Paused: two months of travel, back in between.',
  moments: [
    { session: 9, what: 'The session after which things change: a feeling is found under the harsh voice.' },
    { session: 10, what: 'The first session with much lower negative emotions, and more help felt.' },
  ],
  rhythm: { lastDaysAgo: 33, hour: 15 },
  alliance: [
    6.5, 6.75, 7, 6.75, 7.25, 7, 7.25, 7, 7.75, 8, 8, 8.25, 8, 8.25, 8.25, 8.5, 8.25, 8.5, 8.5, 8.75,
  ],
  clientRates: true,
  helpfulness: [6, 6, 7, 6, 7, 6, 7, 6, 8, 9, 8, 9, 8, 9, 9, 8, 9, 9, 9, 9],
  negative: [
    6.67, 6.33, 7, 6.67, 6.33, 6.67, 7, 6.33, 6.67, 3.33, 3, 3.33, 2.67, 3, 2.67, 2.33, 2.67, 2.33, 2, 2.33,
  ],
  outcomes: [phq9Course([17, 16, 18, 16, 17, null, 17, 16, 16, 9, 8, 9, 7, 8, 7, 6, 7, 6, 5, 6])],
  usualNegative: 4.5,
  usualPositive: 5,
  usualSupportive: 5.5,
  usualInadequate: 2,
  allianceView: { bias: -0.3, follows: 0.6, noise: 0.6 },
  emotionView: { bias: 0.6, follows: 0.7, noise: 0.8 },
  at: {
    1: { note: 'Said sorry for taking up the time.' },
    4: { note: 'The voice has a name now.', withoutForms: ['before'] },
    6: { modality: 'video' },
    8: { note: 'Stuck, we both said.' },
    9: {
      note: 'Two chairs. The voice turned out to be afraid.',
      comment: 'Something moved.',
      events: [
        { kind: 'feelings-explored', note: 'Fear behind the harsh voice.' },
        { kind: 'client-cried', note: 'And laughed after.' },
      ],
    },
    10: { note: 'Slept. Looks different.', comment: 'Lighter.' },
    13: { withoutForms: ['guess'] },
    15: { modality: 'video', withoutForms: ['before'] },
    18: { note: 'The voice still comes. It gets tea.' },
    20: { note: 'Pause agreed; date for the return in the calendar.' },
  },
}
