import type { Story } from '../story.ts'

/** Ratings near the top of the scale from the first session on, where only small dips can show. */
export const nearTheCeiling: Story = {
  name: 'near-the-ceiling',
  code: 'Lighthouse',
  status: 'active',
  therapyType: 'Humanistic therapy',
  notes: 'Fictional client. Came to think over a move to another town. Says that all is well here.',
  moments: [{ session: 1, what: 'The first of many ratings of nine and ten.' }],
  rhythm: { lastDaysAgo: 2, hour: 12, breaksBefore: { 14: 1 } },
  alliance: [
    8.75, 9.25, 9.5, 9.5, 9.75, 10, 9.5, 9.75, 10, 10, 9.5, 9.75, 9.25, 9.75, 10, 10, 9.75, 10, 9.5, 10, 9.75,
    10,
  ],
  clientRates: true,
  usualNegative: 2,
  usualPositive: 7,
  usualSupportive: 5,
  usualInadequate: 1.5,
  allianceView: { bias: -1.2, follows: 0.4, noise: 0.7 },
  emotionView: { bias: 1.3, follows: 0.3, noise: 0.9 },
  at: {
    1: { note: 'Warm from the start.', comment: 'Perfect, thank you.' },
    5: { withoutForms: ['guess'] },
    7: { modality: 'video' },
    9: { note: 'All tens. Hard to ask what could be better.', comment: 'Nothing to change.' },
    13: { note: 'A little flatter; said it was the weather.' },
    14: { note: 'Back from the seaside.' },
    17: { withoutForms: ['before'] },
    19: {
      note: 'Asked what a nine would look like. Long pause, then a smile.',
      events: [{ kind: 'feelings-explored', note: 'Not wanting to disappoint people.' }],
    },
    22: { note: 'The move has a date.' },
  },
}
