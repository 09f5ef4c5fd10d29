/** Words of the search in what was written about the sessions. */
export const notes = {
  title: 'Search notes',
  titleOf: 'Search notes about {{code}}',
  link: 'Search notes',
  ofAll: 'Of all clients',
  label: 'Words to find',
  about:
    'Searches notes, events, ruptures and how they were closed, what you tried, and comments. It finds the sessions that have every word you type; the beginning of a word is enough.',
  tooLong: 'Use at most {{most}} characters.',
  loading: 'Searching',
  found_one: '{{count}} session.',
  found_other: '{{count}} sessions, newest first.',
  none: 'No session has these words. The beginning of a word is enough.',
  session: 'Session {{number}}',
  more: 'Show {{count}} more',
  cutBefore: '… ',
  cutAfter: ' …',
  parts: {
    notes: 'Notes',
    rupture: 'Rupture',
    tried: 'Tried',
    events: 'Event',
    comments: 'Comment',
  },
} as const
