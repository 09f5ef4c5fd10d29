/** Words around a practice prompt and its rule; the rule has the prompt's own words. */
export const prompts = {
  title: 'Worth a thought',
  rules: {
    title: 'Which prompts you get',
    subtitle:
      'Each prompt comes from one of these rules. A rule that is switched off shows nothing for any client. Your earlier answers are kept.',
    back: 'Settings',
    loading: 'Reading the rules…',
    search: 'Find a rule',
    searchHint: 'A word, a study, an area',
    count_one: '{{count}} of {{all}} rules',
    count_other: '{{count}} of {{all}} rules',
    none: 'No rule has these words. Try fewer letters.',
    showAll: 'Show all rules',
    offCount_one: 'One is switched off.',
    offCount_other: '{{count}} are switched off.',
    allOn: 'All are on.',
    off: 'Off since {{at, datetime(dateStyle: medium)}}',
    silent: 'Shows nothing: its finding is not in the library',
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    more: 'What it would say',
    example: 'For example: {{because}}',
    coolDown_one: 'After an answer it stays quiet for a session, and until there are new numbers.',
    coolDown_other: 'After an answer it stays quiet for {{count}} sessions, and until there are new numbers.',
    once: 'It appears once in a therapy: after an answer it doesn’t come back.',
    coolDownOwn_one: 'After an answer it stays quiet until the next check.',
    coolDownOwn_other: 'After an answer it stays quiet for {{count}} checks.',
    rests: 'Rests on',
    switchedOff: '“{{title}}” is switched off.',
    switchedOn: '“{{title}}” is on again.',
  },
  errors: {
    title: 'How often each statement is wrong',
    subtitle:
      'Attune invents clients by chance, runs its rules on them, and counts. These figures hold for invented clients; real ones may differ.',
    percent: '{{share, number(style: percent)}}',
    number: '{{value, number(maximumFractionDigits: 2)}}',
    prompts: {
      title: 'Prompts',
      about:
        'In clients to whom nothing ever happens, {{stable, number(maximumFractionDigits: 3)}} prompts a session are shown where ratings vary by 0.6 points, and {{varying, number(maximumFractionDigits: 3)}} where they vary by 1. Most of these are wrong.',
      mixed:
        'In a caseload with a rupture about every 12 sessions it is {{mixed, number(maximumFractionDigits: 3)}} a session. {{correct, number(style: percent)}} of these prompts have something true behind them, and {{found, number(style: percent)}} of the large ruptures bring one.',
    },
    rule: 'Rule',
    ratings: {
      caption: 'How often each rule about ratings shows a prompt in 100 sessions',
      stable: 'Nothing happens, ratings vary by 0.6',
      varying: 'Nothing happens, ratings vary by 1',
      mixed: 'Mixed caseload',
    },
    questionnaires: {
      caption:
        'How often each rule about questionnaires shows a prompt in 100 sessions, with one like the PHQ-9 after each of 20 sessions',
      stable: 'Nothing happens, error 2 points',
      varying: 'Nothing happens, error 2.5 points',
      mixed: 'A third get worse, a third better',
    },
    shareTrue: 'Of those in the last column, true',
    noPrompt: 'no prompt',
    repeatsNotes:
      'These rules repeat what you noted, or count missing ratings. Chance can’t make them wrong about the client:',
    notSimulated: 'How often this rule is wrong is not known: {{rules, list}}.',
    falls: {
      title: 'Drops in the alliance',
      about:
        'In a stable client of 30 sessions the rule that finds drops is wrong at most 0.12 times, so in about one client of eight. Near the top of the scale it is wrong more often. Before the ninth rating it can find nothing. Only from then on does the sentence above the chart mention a drop, or a level that has gone down: in at most 12% of stable clients, at any of 30 sessions.',
    },
    change: {
      title: 'Reliably better, reliably worse',
      about:
        'A stable client filled in a questionnaire each week. This is how often one rating was worse than the first by a change of so many points, by chance alone. It is as often better.',
      crossing:
        '{{points}} points, error {{error}}: {{in12Weeks, number(style: percent)}} in 12 weeks, {{in20Weeks, number(style: percent)}} in 20 weeks',
    },
    regression: {
      title: 'After a high or low number, the next is more ordinary',
      about:
        'Many people fill in their first questionnaire on a bad day. The next is then better although nothing has changed. The same holds after an unusually good rating.',
    },
    ceiling: {
      title: 'At the top, a rating can only go down',
      about:
        'Someone who always gives a 10 can’t show that it got better, and may give a 10 to be kind. A level series of high numbers says little.',
    },
    looks: {
      title: 'Many looks find something',
      about:
        'Attune looks at many ratings after each session. Each look is wrong seldom, but all of them together are wrong more often. So a prompt asks for more certainty, or for a second sign.',
    },
    curves: {
      title: 'Why there is no expected course',
      about:
        'Some programs draw how a client should get better. That takes figures from many clients with the same questionnaire, the same start and a similar setting. Attune has none, so it draws no such course.',
    },
  },
  none: 'No suggestions just now. One appears only when a documented rule applies.',
  because: 'Because',
  idea: 'An idea',
  evidence: 'Evidence',
  cantTell: 'What it can’t tell you',
  seeFinding: 'Read the finding: {{citation}}',
  also: 'See also',
  alsoInSession: 'Also in this session',
  showRule: 'Show rule',
  ruleName: 'Rule {{id}}, version {{version}}',
  answers: {
    helpful: 'Helpful',
    dismissed: 'Dismiss…',
    later: 'Next session',
    supervision: 'To supervision',
  },
  dismiss: {
    note: 'In your own words, if you like',
    why: 'Why?',
    keep: 'Keep the prompt',
  },
  reasons: {
    'doesnt-fit': 'Doesn’t fit',
    'knew-it': 'Knew it already',
    'not-now': 'Not now',
    'wrong-number': 'A number is off',
    other: 'Another reason',
  },
  done: {
    helpful: '“{{title}}” was helpful.',
    dismissed: '“{{title}}” dismissed.',
    later: '“{{title}}” comes back next session.',
    supervision: '“{{title}}” is on your agenda for supervision.',
    off: '“{{title}}” is switched off for every client.',
  },
  undo: 'Undo',
  switchOff: 'Switch this rule off',
  off_one: 'One rule is switched off: {{titles}}.',
  off_other: '{{count}} rules are switched off: {{titles}}.',
  toSettings: 'Which prompts you get',
  ended: 'This therapy has ended, so nothing is suggested for a next session.',
  failed: 'The prompts could not be read. They are on the client’s page.',
  readStudy: 'Read the finding',
  areas: {
    rupture: 'Ruptures and repair',
    alliance: 'Alliance',
    empathy: 'Empathy',
    'therapist-feelings': 'Your own feelings',
    congruence: 'The two views',
    emotions: 'Reading emotions',
    attendance: 'Ratings and attendance',
    events: 'What happened in the session',
    outcome: 'Questionnaires',
    wellbeing: 'Your wellbeing',
    supervision: 'Your supervision',
  },
  history: {
    title: 'What was answered before',
    loading: 'Reading what was answered…',
    answers: {
      helpful: 'helpful',
      dismissed: 'dismissed',
      later: 'put off to the next session',
      supervision: 'taken to supervision',
    },
    inSession: 'at session {{number}}, {{at, datetime(dateStyle: medium)}}',
    on: '{{at, datetime(dateStyle: medium)}}',
    note: '“{{note}}”',
    discussed: 'talked about {{at, datetime(dateStyle: medium)}}',
  },
  numberOf: {
    ratings: '{{label}}: {{value, number(maximumFractionDigits: 2)}} (from {{count}} ratings)',
    sessions: '{{label}}: {{value, number(maximumFractionDigits: 2)}} (from {{count}} sessions)',
  },
  /** A count of sessions, which needs no other count beside it. */
  numberAlone: '{{label}}: {{value}}',
} as const
