const score = 'number(maximumFractionDigits: 1)'

/** Words of the panels on a client's page, which draw everything that is rated and noted on one axis of sessions. */
export const panels = {
  title: 'Everything rated and noted',
  lead: 'On the same sessions as the course above.',
  /** What the readout says of one panel. */
  line: '{{panel}}: {{values}}',
  value: `{{name}} {{value, ${score}}}`,
  plain: `{{value, ${score}}}`,
  crosses: 'Crosses are sessions held without an answer, struck circles missed sessions.',
  name: {
    moments: 'What was noted',
    empathy: 'Empathy, received and your own',
    feelings: 'Your feelings, before and after',
    emotions: 'The client’s emotions',
    guesses: 'How far your guesses were off',
    experience: 'Your feelings and the client’s experience',
  },
  /** The same in the readout, where room is short. */
  short: {
    moments: 'Noted',
    feelings: 'Your feelings',
    emotions: 'Client’s emotions',
    guesses: 'Your guesses',
  },
  /** One scale in the readout, by who rated it. */
  raters: {
    both: `{{name}}: client {{client, ${score}}}, therapist {{therapist, ${score}}}`,
    client: `{{name}}: client {{client, ${score}}}`,
    therapist: `{{name}}: therapist {{therapist, ${score}}}`,
    alone: `{{name}}: {{client, ${score}}}`,
  },
  outcome: {
    cutoff: `cut-off {{value, ${score}}}`,
    better: { lower: `better: {{value, ${score}}} or less`, higher: `better: {{value, ${score}}} or more` },
    worse: { lower: `worse: {{value, ${score}}} or more`, higher: `worse: {{value, ${score}}} or less` },
    corridor: `In the band, a change from the {{before, ${score}}} of session {{session}} is less than the {{points, ${score}}} points that count as reliable.`,
  },
  moments: {
    sentence: '{{parts}}.',
    ruptures_one: '{{count}} rupture noted',
    ruptures_other: '{{count}} ruptures noted',
    falls_one: '{{count}} fall found',
    falls_other: '{{count}} falls found',
    events_one: 'events in {{count}} session',
    events_other: 'events in {{count}} sessions',
    notes_one: 'notes on {{count}} session',
    notes_other: 'notes on {{count}} sessions',
    supervision_one: '{{count}} session taken to supervision',
    supervision_other: '{{count}} sessions taken to supervision',
    row: {
      ruptures: 'Ruptures',
      falls: 'Falls',
      events: 'Events',
      notes: 'Notes',
      supervision: 'Supervision',
    },
    note: 'note',
    taken: 'to supervision',
    discussed: 'discussed',
    nothing: 'none',
    unread: 'What was taken to supervision could not be read.',
  },
  feelings: {
    means_one: `{{name}} was {{before, ${score}}} before and {{after, ${score}}} after ({{count}} session).`,
    means_other: `{{name}} was {{before, ${score}}} before and {{after, ${score}}} after on average ({{count}} sessions).`,
    few_one: '{{name}}: {{count}} session with both; {{needed}} are needed for an average.',
    few_other: '{{name}}: {{count}} sessions with both; {{needed}} are needed for an average.',
    both: `{{before, ${score}}} before, {{after, ${score}}} after`,
    before: `{{before, ${score}}} before`,
    after: `{{after, ${score}}} after`,
    named: '{{name}} {{words}}',
    n: '{{count}} with both',
    marks:
      'An arrow goes from before the session to after it; a square stayed the same or has no other value.',
  },
  emotions: {
    strongest_one: `In session {{session}} the client rated {{names}} highest, at {{value, ${score}}} ({{count}} session rated).`,
    strongest_other: `In session {{session}} the client rated {{names}} highest, at {{value, ${score}}} ({{count}} sessions rated).`,
    none_one: `In session {{session}} the client rated every emotion at {{value, ${score}}} ({{count}} session rated).`,
    none_other: `In session {{session}} the client rated every emotion at {{value, ${score}}} ({{count}} sessions rated).`,
    last: `last {{value, ${score}}}`,
  },
  guesses: {
    sentence: `Your guesses were closest for {{closest}} (off by {{least, ${score}}} on average) and furthest off for {{furthest}} ({{most, ${score}}}).`,
    alike: `On average your guesses were off by {{least, ${score}}} points for each emotion.`,
    one: `For {{closest}} your guesses were off by {{least, ${score}}} on average.`,
    few_zero: 'There is no session with a guess and a rating yet.',
    few_one:
      'There is {{count}} session with a guess and a rating; from {{needed}} on it can be said how far off they are.',
    few_other:
      'There are {{count}} sessions with a guess and a rating; from {{needed}} on it can be said how far off they are.',
    above: '{{value}} over',
    below: '{{value}} under',
    higher: `{{value, ${score}}} higher`,
    lower: `{{value, ${score}}} lower`,
    same: 'the same',
    both: `you {{guess, ${score}}}, client {{rating, ${score}}}`,
    n: '{{count}} guesses',
    off: `off by {{value, ${score}}}, n {{count}}`,
    marks:
      'Bars above the line are guesses over the client’s own rating, bars below are under it; a ring is a guess that was right.',
  },
} as const
