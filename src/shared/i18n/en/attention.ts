const score = 'number(maximumFractionDigits: 1)'
const day = 'datetime(day: numeric; month: short; timeZone: UTC)'

/** Why a client is worth attention, in a sentence and in a word or two. */
export const attention = {
  title: 'Worth attention first',
  none: 'Nothing to look at first.',
  loading: 'Looking…',
  errorRates: 'How often each statement is wrong',
  more_one: '{{count}} more client in Clients',
  more_other: '{{count}} more clients in Clients',
  reason: {
    risk_one: 'Risk answer in session {{number}}, not closed.',
    risk_other: '{{count}} risk answers, not closed; the latest in session {{number}}.',
    worse: `{{title}}: {{before, ${score}}}, now {{after, ${score}}}. Reliably worse: {{points, ${score}}} points, {{threshold, ${score}}} or more count.`,
    missed_one: `{{count}} session missed since session {{number}}, where alliance was {{score, ${score}}}; the usual is {{usual, ${score}}}.`,
    missed_other: `{{count}} sessions missed since session {{number}}, where alliance was {{score, ${score}}}; the usual is {{usual, ${score}}}.`,
    fall: {
      open: `Alliance fell to {{score, ${score}}} in session {{number}}, from around {{reference, ${score}}}. It has not recovered yet.`,
      unrepaired: `Alliance fell to {{score, ${score}}} in session {{number}}, from around {{reference, ${score}}}. It did not recover.`,
    },
    noted: {
      withdrawal: 'You noted a withdrawal in session {{number}}: {{standing}}.',
      confrontation: 'You noted a confrontation in session {{number}}: {{standing}}.',
      both: 'You noted a withdrawal and a confrontation in session {{number}}: {{standing}}.',
      rupture: 'You noted a rupture in session {{number}}: {{standing}}.',
    },
    standing: { partly: 'partly repaired', unresolved: 'still open', notSaid: 'no outcome noted' },
    unrated_one: 'No rating by the client in the last session held.',
    unrated_other: 'No rating by the client in the last {{count}} sessions held.',
    away: 'No session for {{count}} days, and none is planned.',
    draft: 'A draft of session {{number}} is not saved.',
  },
  short: {
    risk: 'Risk answer',
    worse: 'Reliably worse',
    'missed-after-fall': 'Missed sessions',
    fall: { open: 'Fall, open', unrepaired: 'Fall, not repaired' },
    noted: 'Noted rupture',
    unrated: 'No ratings',
    away: 'No visits',
    draft: 'Draft',
  },
  ago: {
    today: 'today',
    yesterday: 'yesterday',
    days: '{{count}} days ago',
    weeks: '{{count}} weeks ago',
  },
  next: `next session {{date, ${day}}}`,
  nextAt: `next session {{date, ${day}}}, {{time}}`,
  noNext: 'no session planned',
  lookedAt: {
    button: 'Looked at',
    buttonFor: 'Looked at {{code}}: show again later',
    untilNext: `Until the next session, {{date, ${day}}}`,
    week: 'For a week',
    month: 'For four weeks',
    title_one: 'Looked at: {{count}} client',
    title_other: 'Looked at: {{count}} clients',
    until: `{{code}} returns on {{date, ${day}}}, or sooner if something newer turns up.`,
    bringBack: 'Show {{code}} now',
  },
} as const
