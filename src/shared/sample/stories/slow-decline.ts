import { withdrawal } from '../rupture-notes.ts'
import type { Story } from '../story.ts'

/** A decline too slow to notice from week to week, and a repair all at once when the client names it. */
export const slowDecline: Story = {
  name: 'slow-decline',
  code: 'Ladder',
  status: 'active',
  therapyType: 'Integrative psychotherapy',
  notes: 'Fictional client. Came after a change of work that did not turn out as hoped.',
  moments: [
    { session: 12, what: 'The last session before the decline begins.' },
    { session: 20, what: 'Its lowest point; nobody has noted a rupture.' },
    { session: 21, what: 'The client says what is missing, and the alliance is back at once.' },
  ],
  rhythm: { lastDaysAgo: 3, hour: 10, breaksBefore: { 10: 1 } },
  alliance: [
    6.5, 7, 7, 7.5, 7.25, 7.5, 7.75, 7.5, 8, 7.75, 7.75, 8, 7.5, 7.25, 6.75, 6.75, 6.25, 5.5, 5, 4.75, 7.5,
    7.75, 8, 7.75, 8, 8.25,
  ],
  clientRates: true,
  usualNegative: 3.5,
  usualPositive: 5,
  usualSupportive: 5,
  usualInadequate: 3,
  allianceView: { bias: 0.3, follows: 0.4, noise: 0.6 },
  emotionView: { bias: 0.8, follows: 0.4, noise: 1 },
  at: {
    1: { note: 'Tired of being asked how the new job is.' },
    5: { modality: 'video' },
    9: { note: 'Good energy. Wrote down what work should give.' },
    10: { note: 'A week off in between.', withoutForms: ['before'] },
    13: { note: 'Talked mostly about the office.' },
    15: { modality: 'video', note: 'Short on words today.' },
    17: { note: 'The office again.', skips: ['overall'] },
    18: { withoutForms: ['guess'] },
    19: { note: 'Looked at the clock twice. So did I.' },
    20: { note: 'Polite. We fill the time.', comment: 'Fine, thanks.' },
    21: {
      note: 'They said it: this stopped being about what matters to them. True. Went back to the first page.',
      comment: 'This was the talk I needed.',
      rupture: withdrawal({
        seenBy: 'client',
        intensity: 7,
        resolution: 'resolved',
        tried: ['asked-about-their-view', 'owned-my-part', 'changed-task-or-goal'],
        note: 'Had gone on for weeks before it was said.',
      }),
      events: [{ kind: 'concern-raised', note: 'We had lost the goal we agreed on.' }],
    },
    23: { note: 'New goal on paper, in their words.' },
    26: { note: 'Laughing again. Applied for something.' },
  },
}
