export const settings = {
  title: 'Settings',
  loading: 'Reading the settings…',
  saved: 'Saved.',

  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    description: 'Printed pages are always light.',
    system: 'As on this computer',
    light: 'Light',
    dark: 'Dark',
  },

  locking: {
    title: 'Locking',
    minutes: 'Lock after this long without activity',
    unit: 'minutes',
    description:
      'From {{least}} to {{most}}. Attune says so half a minute before, and saves what you are writing. It also locks when the computer sleeps.',
    invalid: 'Use a whole number from {{least}} to {{most}}. Until then, Attune locks after {{current}}.',
    current_one: 'a minute',
    current_other: '{{count}} minutes',
    now: 'To lock at once, press',
  },

  capture: {
    title: 'Screenshots and shared screens',
    hide: 'Leave Attune out of screenshots, recordings and shared screens',
    description:
      'Other programs see an empty window. Switch this off to show Attune to somebody over a shared screen, and on again afterwards.',
    linux:
      'On Linux, Attune can’t keep its window out of screenshots and shared screens. Lock Attune before you share your screen.',
  },

  sample: {
    title: 'Fictional caseload',
    absent:
      'Invented clients with their sessions, to try things out without touching anything real. They are marked as fictional wherever they appear.',
    present: 'The invented clients are in your caseload. They are marked as fictional wherever they appear.',
    codeTaken: 'One of your clients has a code that the fictional caseload uses.',
    codeTakenAdvice: 'Nothing was added. Change your client’s code, then load the fictional caseload again.',
    load: 'Load the fictional caseload',
    loading: 'Loading…',
    loaded_one: 'One fictional client with {{sessions}} sessions was added.',
    loaded_other: '{{count}} fictional clients with {{sessions}} sessions were added.',
    remove: 'Remove the fictional caseload…',
    removed_one: 'One fictional client was removed, with everything about them.',
    removed_other: '{{count}} fictional clients were removed, with everything about them.',
    question: 'Remove the fictional caseload?',
    removes:
      'This removes every client marked as fictional, with their sessions, ratings, notes and drafts, and also anything that you added to them yourself.',
    keeps: 'Your own clients stay as they are. You can load the fictional caseload again at any time.',
    confirm: 'Remove them',
    removing: 'Removing…',
    cancel: 'Keep them',
  },

  rules: {
    title: 'Rules and instruments',
    rules: 'How drops and changes are found',
    rulesNote: 'How deep a drop must be, how many ratings are needed, and what a change would do.',
    prompts: 'Which prompts you get',
    promptsNote: 'Which rules suggest something, what each rests on, and how to switch one off or on.',
    errors: 'How often each statement is wrong',
    errorsNote: 'How often a prompt or a change comes from chance alone, in simulated clients.',
    instruments: 'Instruments',
    instrumentsNote: 'Which instruments there are, and how to bring one of your own.',
  },

  records: {
    title: 'Who looked, and what is kept',
    audit: 'Audit log',
    auditNote: 'What happened in this vault and when, and whether somebody tampered with that record.',
    retention: 'Keeping and erasing',
    retentionNote: 'After how many years an ended therapy is listed for review. Nothing is erased by itself.',
  },

  crisis: {
    title: 'If someone is at risk',
    label: 'Crisis text',
    description:
      'Shown to you with every answer that speaks of risk, before anything else. Write whom to call here, by day and by night, with the numbers that hold where you work, and what you have agreed to do. Attune gives no number of its own, because nobody could check it for you.',
    length: '{{count}} of {{most}} characters.',
    tooLong: 'Use at most {{most}} characters, so that it can be read in one go; there are {{count}}.',
    unstorable: 'The text holds a character that can’t be saved. Delete it and type it again.',
    unwritten:
      'Not written yet. Until it is, an answer that speaks of risk says only that this text is missing.',
    save: 'Save the crisis text',
    saving: 'Saving…',
  },

  vault: {
    title: 'Your vault',
    security: 'Security',
    backups: 'Backups',
    backupsNote:
      'Where encrypted copies are kept, how the last one went, how to restore one, and an archive to keep.',
    importRatings: 'Import ratings',
    importRatingsNote: 'From a table of SPSS, R, REDCap or a spreadsheet, or from an export of Attune.',
    ratings: 'Export ratings',
    ratingsNote:
      'Ratings of one client or of all, for SPSS, R, REDCap, spreadsheets or other health software.',
    securityNote: 'Passphrase, recovery key, the PIN for hand-over, and when Attune locks.',
  },
} as const
