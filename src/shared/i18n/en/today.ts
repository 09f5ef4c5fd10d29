/** Words of Today: who comes, what is open, what was not finished. */
export const today = {
  title: 'Today',
  date: '{{date, datetime(weekday: long; day: numeric; month: long; timeZone: UTC)}}',
  logSession: 'Log session',
  session: 'Session {{number}}',
  score: '{{score, number(maximumFractionDigits: 1)}}',
  sessionOn: 'Session {{number}}, {{date, datetime(day: numeric; month: long; timeZone: UTC)}}',
  sessions: {
    title: 'Sessions today',
    none: 'No session is planned for today.',
    at: '{{time, datetime(timeStyle: short; timeZone: UTC)}}',
    withDraft: 'draft from {{time, datetime(timeStyle: short)}}',
    status: {
      planned: 'planned',
      begun: 'begun',
      held: 'held',
      'late-cancel': 'cancelled late',
      'no-show': 'did not come',
      'cancelled-by-client': 'cancelled in time by the client',
      'cancelled-by-therapist': 'cancelled in time by you',
    },
    action: { log: 'Log', continue: 'Continue', open: 'Open' },
    actionFor: {
      log: 'Log session {{number}} of {{code}}',
      continue: 'Continue session {{number}} of {{code}}',
      open: 'Open session {{number}} of {{code}}',
    },
  },
  unfinished: {
    title: 'Not finished',
    draft: 'Draft from {{at, datetime(dateStyle: medium; timeStyle: short)}}. It is kept until you save it.',
    planned: 'Planned, and nothing was logged yet.',
    begun: 'Begun, and not saved as held.',
  },
  open: {
    title: 'Not yet mended',
    explanation:
      'Falls in the client’s own alliance rating that are open or were not repaired, and the last rupture noted where it is not marked as repaired.',
    none: 'No fall in a client’s alliance rating is open, and no rupture that was noted.',
    fell_one:
      'Alliance was {{score}} in session {{number}}; before, it was around {{usual}} ({{count}} rating).',
    fell_other:
      'Alliance was {{score}} in session {{number}}; before, it was around {{usual}} ({{count}} ratings).',
    state: { open: 'Open', unrepaired: 'Not repaired' },
    noted: {
      withdrawal: 'Withdrawal was noted in session {{number}}.',
      confrontation: 'Confrontation was noted in session {{number}}.',
      both: 'Withdrawal and confrontation were noted in session {{number}}.',
      rupture: 'A rupture was noted in session {{number}}.',
    },
    notSaid: 'It was not said where it stands.',
    /** The same words as in the log. */
    resolution: { partly: 'Partly repaired', unresolved: 'Still open' },
  },
  upcoming: { title: 'Coming up', none: 'No further session is planned.' },
  empty: {
    sentence: 'No clients yet. Add one, and today’s sessions will stand here.',
    newClient: 'New client',
    explore:
      'Just looking around? Attune can bring twelve invented clients, which can be removed again at once.',
    loadSample: 'Load the fictional caseload',
    loading: 'Loading…',
  },
} as const
