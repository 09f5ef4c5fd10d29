import type { Story } from '../story.ts'

/** A therapy that has just begun: too few ratings for most of what Attune can say, and a date for the next one. */
export const newClient: Story = {
  name: 'new-client',
  code: 'Kite',
  status: 'active',
  therapyType: 'Interpersonal psychotherapy',
  notes: 'Fictional client. Came after moving in with somebody. Curious about everything.',
  moments: [{ session: 7, what: 'Planned for the next days.' }],
  rhythm: { lastDaysAgo: 5, hour: 18 },
  alliance: [6, 6.5, 6.75, 7, 6.75, 7.25],
  clientRates: true,
  usualNegative: 4,
  usualPositive: 5,
  usualSupportive: 5.5,
  usualInadequate: 3.5,
  allianceView: { bias: -0.2, follows: 0.6, noise: 0.6 },
  emotionView: { bias: 0.8, follows: 0.4, noise: 1 },
  at: {
    1: { note: 'Many questions, about me too.', isClientNotAsked: true, withoutForms: ['guess'] },
    2: { note: 'Made a map of the people around.' },
    4: { modality: 'video', note: 'From the new kitchen.' },
    5: { note: 'Who does the dishes: bigger than it sounds.', withoutForms: ['before'] },
    6: {
      note: 'Agreed on one focus.',
      events: [{ kind: 'other', note: 'Goals agreed in writing.' }],
    },
  },
  next: { inDays: 2, status: 'planned' },
}
