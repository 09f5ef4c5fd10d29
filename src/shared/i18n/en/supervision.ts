const day = 'datetime(dateStyle: medium; timeZone: UTC)'
const points = 'number(maximumFractionDigits: 1)'

/** Words of the agenda of supervision, of the minute after a meeting, and of what was agreed. */
export const supervision = {
  title: 'Supervision',
  subtitle: 'What you bring to the next meeting. It stays on this computer until you share it.',
  loading: 'Reading the agenda…',
  ofClient: '{{code}}',
  session: '{{code}}, session {{number}}',
  mine: {
    title: 'My agenda',
    none: 'Nothing is on your agenda. Open a client or a session and press {{keys}}, or write a line below.',
    prepared_one: 'One item, {{prepared}} with a question.',
    prepared_other: '{{count}} items, {{prepared}} with a question.',
    ready_one: 'The item has a question: you are prepared.',
    ready_other: 'All {{count}} items have a question: you are prepared.',
    missing: 'Still without a question: {{names, list}}.',
    onePageOf: 'One page to bring on {{code}}',
    putOff: 'Put off',
    remove: 'Remove',
    removed: '“{{name}}” is off the agenda.',
    wasPutOff: '“{{name}}” is put off.',
    undo: 'Undo',
  },
  question: {
    label: 'My question: {{name}}',
    save: 'Save question',
    saved: 'Saved.',
  },
  line: {
    label: 'A line of your own',
    description: 'Something that belongs to no client, such as a question about your work.',
    add: 'Add to the agenda',
  },
  ratings: {
    title: 'What the ratings would bring',
    lead: 'You decide. Take up what you want to talk about, and put off the rest.',
    none: 'The ratings bring nothing more.',
    gap: {
      higher_one: `In the last session you both rated, you put the alliance {{points, ${points}}} of 10 points higher than the client.`,
      higher_other: `In the last {{count}} sessions you both rated, you put the alliance {{points, ${points}}} of 10 points higher than the client.`,
      lower_one: `In the last session you both rated, you put the alliance {{points, ${points}}} of 10 points lower than the client.`,
      lower_other: `In the last {{count}} sessions you both rated, you put the alliance {{points, ${points}}} of 10 points lower than the client.`,
    },
    takeUp: 'Take up',
  },
  putOff: {
    title: 'Put off',
    none: 'Nothing is put off.',
    since_one: `Put off once, on {{date, ${day}}}.`,
    since_other: `Put off {{count}} times, since {{date, ${day}}}.`,
  },
  picked: {
    client: 'This client is on the agenda for supervision.',
    session: 'This session is on the agenda for supervision.',
    see: 'See the agenda',
    close: 'Close',
  },
  pointer: {
    waiting_one: 'One item waits for supervision, {{prepared}} with a question.',
    waiting_other: '{{count}} items wait for supervision, {{prepared}} with a question.',
    see: 'See the agenda',
  },
} as const
