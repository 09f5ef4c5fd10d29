import type { Story } from '../story.ts'

/** A rupture that the therapist did not see and nobody repaired; then the client stays away. */
export const unrepairedRupture: Story = {
  name: 'unrepaired-rupture',
  code: 'Lantern',
  status: 'active',
  therapyType: 'Short-term psychodynamic psychotherapy',
  notes: 'Fictional client. Came about standing back in groups. Careful with words.',
  moments: [
    { session: 10, what: 'The client doubts aloud whether this helps, and the talk moves on.' },
    { session: 11, what: 'The lowest point; the therapist notes no rupture.' },
    { session: 13, what: 'The first of three missed sessions.' },
  ],
  rhythm: { lastDaysAgo: 5, hour: 11 },
  alliance: [6.75, 7, 7.25, 7, 7.25, 7.5, 7.25, 7.5, 7.5, 5.25, 4.25, 4.75, null, null, null],
  clientRates: true,
  usualNegative: 4.5,
  usualPositive: 4,
  usualSupportive: 5.5,
  usualInadequate: 3,
  allianceView: { bias: 0.6, follows: 0.3, noise: 0.5 },
  emotionView: { bias: 0.4, follows: 0.3, noise: 1 },
  at: {
    1: { note: 'Chose the chair nearest the door.' },
    4: { note: 'Spoke of a choir they nearly joined.', withoutForms: ['guess'] },
    6: { withoutForms: ['before'] },
    8: {
      note: 'Said one thing they had never said aloud.',
      events: [{ kind: 'client-cried', note: 'Briefly; said it was a relief.' }],
    },
    10: {
      note: 'Asked if talking changes anything. I gave an explanation.',
      comment: 'Not sure this is for me.',
      events: [{ kind: 'concern-raised', note: 'Is this going anywhere?' }],
    },
    11: { note: 'Quiet hour. I talked more than usual.', stopsAt: 'accomplishment' },
    12: { note: 'Left a few minutes early.' },
    13: { status: 'no-show', note: 'Did not come, no message.' },
    14: { status: 'late-cancel', note: 'Message an hour before.' },
    15: { status: 'no-show', note: 'Rang; left word that the door is open.' },
  },
  next: { inDays: 1, status: 'planned', timeOfDay: '15:30' },
}
