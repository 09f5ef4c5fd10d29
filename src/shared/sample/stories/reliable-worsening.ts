import { phq9Course } from '../outcome-form.ts'
import type { Story } from '../story.ts'

/** Felt benefit that goes down and negative emotions that go up, while the alliance hardly moves. */
export const reliableWorsening: Story = {
  name: 'reliable-worsening',
  code: 'Driftwood',
  status: 'active',
  therapyType: 'CBT',
  notes: 'Fictional client. Came about low spirits in winter. Polite; seldom complains.',
  moments: [
    { session: 11, what: 'Helpfulness begins to fall and negative emotions to rise.' },
    { session: 14, what: 'The client says that the days after a session are harder.' },
    { session: 21, what: 'The worst ratings so far.' },
  ],
  rhythm: { lastDaysAgo: 2, hour: 17, breaksBefore: { 13: 1 } },
  alliance: [
    6.75, 7, 7.25, 7, 7.25, 7, 7.25, 7, 7.25, 7, 6.75, 7, 6.75, 6.5, 6.75, 6.5, 6.25, 6.5, 6.25, 6.5, 6,
  ],
  clientRates: true,
  helpfulness: [7, 7, 8, 7, 8, 7, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3],
  negative: [3.33, 3, 3, 3.33, 2.67, 3, 3.33, 3, 3.33, 3, 3.67, 4, 4, 4.67, 5, 5, 5.67, 6, 6, 6.67, 7],
  outcomes: [phq9Course([9, 8, 9, 8, 8, 9, null, 8, 9, 8, 10, 11, 11, 12, 13, 13, 14, 15, 15, 16, 17])],
  usualNegative: 4,
  usualPositive: 4,
  usualSupportive: 6,
  usualInadequate: 3.5,
  allianceView: { bias: 0.4, follows: 0.5, noise: 0.5 },
  emotionView: { bias: -0.6, follows: 0.4, noise: 0.8 },
  at: {
    1: { note: 'Wants the winter to be shorter.' },
    5: { note: 'Walks every morning.' },
    7: { withoutForms: ['guess'] },
    9: { modality: 'video' },
    11: { note: 'Walks stopped. Rain, they say.' },
    13: { note: 'After a week away.', withoutForms: ['before'] },
    14: {
      note: 'Mentioned it in the doorway.',
      comment: 'The day after is harder than before.',
      events: [{ kind: 'concern-raised', note: 'Feels worse after sessions; said it on the way out.' }],
    },
    16: { modality: 'video', note: 'Kept to the plan.' },
    18: { note: 'Tired.', stopsAt: 'sadness' },
    19: { note: 'Less eye contact. Bring to supervision.' },
    21: { note: 'Says it is fine. The numbers do not.' },
  },
}
