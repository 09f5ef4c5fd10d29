/** Words of Today: who comes, and what was not finished. */
export const today = {
  title: 'Today',
  date: '{{date, datetime(weekday: long; day: numeric; month: short; year: numeric; timeZone: UTC)}}',
  logSession: 'Log session',
  session: 'Session {{number}}',
  sessionOn: 'Session {{number}}, {{date, datetime(dateStyle: medium; timeZone: UTC)}}',
  sessions: {
    title: 'Sessions today',
    none: 'No session is planned for today.',
    leftOpen_one: 'Still open from session {{sessions, list}}.',
    leftOpen_other: 'Still open from sessions {{sessions, list}}.',
    due: {
      beginning: 'Due at the beginning: {{forms, list}}.',
      after: 'Due at the end: {{forms, list}}.',
    },
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
    draft: 'Draft from {{at, datetime(dateStyle: medium; timeStyle: short)}}. It stays until you save it.',
    discard: 'Discard',
    discardFor: 'the draft of session {{number}} of {{code}}',
    discarded: 'The draft of session {{number}} with {{code}} was discarded.',
    undo: 'Undo',
    planned: 'Planned; nothing is logged yet.',
    begun: 'Begun; not saved as held yet.',
  },
  upcoming: {
    title: 'Coming up',
    none: 'No further session is planned.',
    showAll: 'Show all {{count}} planned sessions',
  },
  empty: {
    sentence: 'No clients yet. Add one, and today’s sessions will appear here.',
    newClient: 'New client',
    explore:
      'Just looking around? Attune can bring twelve invented clients, which can be removed again at once.',
    loadSample: 'Load the fictional caseload',
    loading: 'Loading…',
  },
} as const
