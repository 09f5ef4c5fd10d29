/** Words of the screen that exports ratings for other programs. */
export const exports = {
  title: 'Export ratings',
  subtitle: 'Saves ratings as files for statistics programs, spreadsheets or other health software.',
  backToSettings: 'Settings',
  backToClient: 'Back to {{code}}',
  loading: 'Looking up the clients…',

  choice: {
    title: 'What to export',
    whose: 'Whose ratings',
    all: 'All clients',
    placeholder: 'Choose',
    tables: 'Tables for SPSS, R, REDCap and spreadsheets',
    tablesAbout:
      'CSV: one table with a row for each answer and score, one with a row for each session. With a codebook, and scripts that read the tables in SPSS and R.',
    fhir: 'For other health software (FHIR R4)',
    fhirAbout: 'One file with the instruments, the answers and the scores.',
    words: 'With notes, comments and picked words',
    wordsAbout:
      'Notes about sessions, comments on forms, the words clients and you picked, and goals and problems in the client’s own words. Leave them out unless they are needed.',
    private: 'With forms marked as private',
    privateAbout_one: 'One filled-in form is marked as private and stays here otherwise.',
    privateAbout_other: '{{count}} filled-in forms are marked as private and stay here otherwise.',
  },

  preview: {
    title: 'What will be saved',
    counting: 'Counting…',
    noFormat: 'Choose tables, the file for health software, or both.',
    nothing: 'There are no sessions to export.',
    sum: '{{clients}}, {{sessions}}, {{forms}}.',
    clients_one: 'One client',
    clients_other: '{{count, number}} clients',
    sessions_one: 'one session',
    sessions_other: '{{count, number}} sessions',
    forms_one: 'one filled-in form',
    forms_other: '{{count, number}} filled-in forms',
    clientsLeftOut_one: 'One client has no session yet and is not in the files.',
    clientsLeftOut_other: '{{count, number}} clients have no session yet and are not in the files.',
    fictionalLeftOut_one: 'One fictional client is left out.',
    fictionalLeftOut_other: 'The {{count}} fictional clients are left out.',
    hidden_one: 'One rating of the client’s emotions is left out: you have not sealed your guess yet.',
    hidden_other:
      '{{count}} ratings of clients’ emotions are left out: you have not sealed your guesses yet.',
    files: 'Files and their size',
    file: 'File',
    rows: 'Rows',
    columns: 'Columns',
    resources: '{{count, number}} entries',
    script: 'script',
    identifies:
      'Clients are named by their codes. Codes and session dates can still identify a person to someone who knows them.',
  },

  save: {
    title: 'Readable by anybody',
    warning:
      'These files are not encrypted. Anyone who gets them can read them, and synced folders, mail and backups of this computer make copies.',
    submit: 'Choose a folder and save…',
    saving: 'Saving…',
    saved_one: 'Saved one file in the folder “{{folder}}”. The audit log notes it.',
    saved_other: 'Saved {{count}} files in the folder “{{folder}}”. The audit log notes it.',
  },

  link: 'Export the ratings of {{code}}…',
} as const
