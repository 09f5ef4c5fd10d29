const score = 'number(maximumFractionDigits: 1)'

/** What is open between client and therapist, before and after the next session, and how it ended. */
export const repairs = {
  title: 'Still open',
  titleLastTime: 'Left open last time',
  titleEarlier: 'Still open from earlier sessions',
  titleAsking: 'What was still open before this session',
  failed: 'Attune could not look up what earlier sessions left open.',
  fall: {
    open: `In session {{number}} the client’s rating of working together was {{score, ${score}}}; before, it was around {{usual, ${score}}}. It has not recovered yet.`,
    unrepaired: `In session {{number}} the client’s rating of working together was {{score, ${score}}}; before, it was around {{usual, ${score}}}. It did not recover.`,
  },
  noted: {
    therapist: 'In session {{number}} you noticed {{kind}}, {{standing}}.',
    client: 'In session {{number}} the client noticed {{kind}}, {{standing}}.',
    both: 'In session {{number}} you and the client noticed {{kind}}, {{standing}}.',
  },
  kinds: {
    withdrawal: 'a withdrawal',
    confrontation: 'a confrontation',
    both: 'a withdrawal and a confrontation',
    rupture: 'a rupture',
  },
  standings: {
    partly: 'partly repaired',
    unresolved: 'still open',
    notSaid: 'with no word on whether it was repaired',
  },
  advice:
    'When you next meet: ask how it was for them, hear it out and take it seriously. Changing something can wait until you both understand it.',
  evidence:
    'Clients whose ruptures were repaired had better outcomes in 11 pooled studies. That does not show that repair brings this about.',
  study: 'Read the study',
  showAll: 'Show all {{count}}',
  close: 'Close…',
  ofSession: 'what was open from session {{number}}',
  question: 'Session {{number}}: is it over?',
  questionNote: 'Leave it empty if it is not over. It then comes back before the next session.',
  endings: {
    repaired: 'Yes, repaired',
    understood: 'Yes, talked about and understood',
    'let-go': 'It no longer matters',
    'no-strain': 'It was not a rupture',
  },
  words: 'In a few words, how (optional)',
  closeNow: 'Close it',
  leaveOpen: 'Leave it open',
  closed: 'Closed: what was open from session {{number}}. You said: {{ending}}.',
  undo: 'Undo',
  ending: {
    repaired: 'repaired',
    understood: 'talked about and understood',
    'let-go': 'it no longer matters',
    'no-strain': 'it was not a rupture',
  },
  onPage: {
    title: 'Closed',
    said: 'On {{date, datetime(dateStyle: medium; timeZone: UTC)}} you closed what was open from this session: {{ending}}.',
    reopen: 'Open it again',
  },
} as const
