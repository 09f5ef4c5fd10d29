/** Words for answers that need attention at once: the answer, what to do here, and what was done about it. */
export const risk = {
  title: 'Something to look at first',
  closedTitle: 'Closed',
  who: '{{code}}, session {{number}} on {{date, datetime(dateStyle: medium; timeZone: UTC)}}',
  asked: '{{instrument}} asks: “{{item}}”',
  answer: 'The answer: “{{label}}” ({{value}} of {{maximum}}).',
  answerInNumbers: 'The answer: {{value}} of {{maximum}}.',
  answeredAt: 'Given on {{at, datetime(dateStyle: medium; timeStyle: short)}}.',
  crisis: {
    title: 'What to do here',
    loading: 'Looking up your crisis text',
    failed: 'Your crisis text could not be looked up.',
    write: 'Write it in Settings',
  },
  notLookedUp: 'Whether an answer of this session needs your attention could not be looked up.',
  unread: 'Not yet acknowledged.',
  acknowledge: {
    note: 'Note on {{code}}, session {{number}}',
    noteAdvice: 'Optional. Saved with the time.',
    button: 'I have read this',
    buttonFor: 'answer of {{code}}, session {{number}}',
  },
  acknowledged:
    'Read on {{at, datetime(dateStyle: medium; timeStyle: short)}}. It stays open, here and on Today, until you say what was done.',
  close: {
    open: 'Close this…',
    note: 'What was done about it: {{code}}, session {{number}}',
    noteAdvice: 'A line will do, such as “Talked about it, safety plan renewed”. Saved with the time.',
    missing: 'Say what was done. Without that it stays open.',
    button: 'Close',
    leaveOpen: 'Leave it open',
  },
  read: 'Read on {{at, datetime(dateStyle: medium; timeStyle: short)}}.',
  closed: 'Closed on {{at, datetime(dateStyle: medium; timeStyle: short)}}.',
  note: 'Your note: “{{note}}”',
  toSession: 'Open the session',
  toClient: 'Open {{code}}’s page',
} as const
