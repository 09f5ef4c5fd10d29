export const rights = {
  loading: 'Looking…',
  back: 'Back to {{code}}',

  card: {
    title: 'Export and erase',
    about: 'A client may ask for what is kept about them, or for all of it to be erased.',
    export: 'Export {{code}}…',
    erase: 'Erase {{code}}…',
  },

  erase: {
    title: 'Erase {{code}}',
    subtitle: 'For good, with everything that belongs to this client. It can’t be undone.',
    goes: {
      title: 'What is erased',
      client: 'The client: code, dates, notes, and the forms chosen for them.',
      sessions_zero: 'No sessions; none were logged.',
      sessions_one: 'One session, with its ratings, answers, events and notes.',
      sessions_other: '{{count}} sessions, with their ratings, answers, events and notes.',
      earlierVersions_one: 'One earlier version of a corrected session.',
      earlierVersions_other: '{{count}} earlier versions of corrected sessions.',
      drafts_one: 'One draft.',
      drafts_other: '{{count}} drafts.',
      riskAnswers_one: 'One answer that asked for attention at once, with what was noted about it.',
      riskAnswers_other:
        '{{count}} answers that asked for attention at once, with what was noted about them.',
      copies_one:
        'One older copy of the vault, such as what a restore replaced: if it holds the client, it is rewritten without them.',
      copies_other:
        '{{count}} older copies of the vault, such as what a restore replaced: those that hold the client are rewritten without them.',
      log: 'In the audit log, only random ids and times stay; nothing in them says who it was.',
    },
    stays: {
      title: 'What Attune can’t erase',
      backups:
        'Attune’s usual backups hold the client until the last of them is rotated out: by {{date}} at the latest, if a backup is made every month. Until then, restoring one brings the client back.',
      noBackups: 'No backup that Attune can reach holds this client.',
      unreached_one:
        'Attune can’t open one file that may hold the client: none of the vault’s keys fits, or the file is damaged or can’t be written to. If it is an older copy of your vault, delete it yourself:',
      unreached_other:
        'Attune can’t open {{count}} files that may hold the client: none of the vault’s keys fits, or they are damaged or can’t be written to. Delete those that are older copies of your vault yourself:',
      away_one:
        'One folder with backups can’t be read now. Attune removes the client from the copies there once you connect it and unlock Attune, except from usual backups, which go in their turn:',
      away_other:
        '{{count}} folders with backups can’t be read now. Attune removes the client from the copies there once you connect them and unlock Attune, except from usual backups, which go in their turn:',
      copies:
        'Attune can’t reach files you exported or sent, copies of the vault that you made elsewhere, or paper. In a backup folder that you chose, it knows a copy by “attune” or “vault” in its name.',
      export: 'If the client should have their record first, export it before you erase it.',
      exportLink: 'Export {{code}} first',
    },
    confirm: {
      title: 'To erase, type the code',
      label: 'Code of the client',
      description: 'Type {{code}}.',
      wrong: 'This is not the client’s code. Nothing was erased.',
      submit: 'Erase for good',
      running: 'Erasing and searching…',
      cancel: 'Keep the client',
    },
    done: {
      title: 'Erased',
      sessions_zero: 'The client is gone. There were no sessions.',
      sessions_one: 'The client and one session are gone.',
      sessions_other: 'The client and {{count}} sessions are gone.',
      search: {
        gone: 'The whole vault was searched, freed space included: what belonged to this client was found before, and nothing of it was found after.',
        'nothing-to-look-for':
          'There was nothing long enough of this client to search for afterwards; freed space was overwritten all the same.',
        'too-large':
          'The vault is too large to be searched in one go, so that was left out; freed space was overwritten all the same.',
        found:
          'But a search of the vault still found something of the client in freed space. Lock Attune and unlock it: the file is then rewritten.',
      },
      notRewritten:
        'The file could not be rewritten just now, probably because the disk is full. Attune does it after the next unlock.',
      backups:
        'The last backup that holds the client goes by {{date}}, if a backup is made every month. Note this date if you owe it to somebody.',
      noBackups: 'No backup that Attune can reach holds the client.',
      copies_one: 'One older copy of the vault was rewritten without the client.',
      copies_other: '{{count}} older copies of the vault were rewritten without the client.',
      toClients: 'Back to Clients',
    },
  },

  copies: {
    count_zero: 'Besides the vault and its usual backups there is no copy of it that Attune can open.',
    count_one:
      'Besides the vault and its usual backups there is one copy of it, such as what a restore replaced. Erasing a client removes them from it, too.',
    count_other:
      'Besides the vault and its usual backups there are {{count}} copies of it, such as what a restore replaced. Erasing a client removes them from those, too.',
    unreached_one: 'Attune can’t open one file that may be a copy of the vault:',
    unreached_other: 'Attune can’t open {{count}} files that may be copies of the vault:',
    file: '{{name}}, in {{folder}}',
    away_one: 'One folder with backups can’t be read now: {{folders}}.',
    away_other: '{{count}} folders with backups can’t be read now: {{folders}}.',
  },

  returned: {
    title: '{{code}} was erased on {{date, datetime(dateStyle: medium)}}, and is in the vault again',
    text: 'An older copy of the vault was put back, and it holds this client. Erase them again, or keep them if that is what you wanted.',
    erase: 'Erase {{code}} again…',
    keep: 'Keep {{code}}',
  },

  export: {
    title: 'Export {{code}}',
    subtitle: 'Saves what is kept about this client where you choose.',
    sealed: {
      title: 'Everything, encrypted',
      about:
        'One encrypted file. Anyone who knows its passphrase can open it with a program for age files; Attune is not needed. Tell the passphrase another way than you send the file.',
      passphrase: 'Passphrase for this file',
      passphraseAdvice: 'At least 12 characters; not the one that opens Attune.',
      show: 'Show the passphrase',
      hide: 'Hide the passphrase',
      tooShort: 'Use at least 12 characters.',
      save: 'Save encrypted…',
    },
    open: {
      title: 'Readable by anybody',
      warning:
        'These files are not encrypted. Anyone who gets hold of one can read it, and synced folders, mail and backups of this computer make copies.',
      json: 'Everything, for another program (JSON)…',
      jsonAbout:
        'Every session, answer, note, earlier version and draft, also ratings that are still hidden from you, and when the record was looked at.',
      table: 'Answers and scores (CSV)…',
      tableAbout: 'A row for each answer and score, for a spreadsheet. No notes.',
    },
    saving: 'Saving…',
    saved: 'Saved as “{{name}}”. That it was saved is noted in the audit log.',
  },

  retention: {
    title: 'Keeping and erasing',
    subtitle:
      'Some laws and professional rules say how long records are kept. Attune can list ended therapies for review after a time. It never erases anything by itself.',
    back: 'Settings',
    rule: {
      title: 'The rule',
      isOn: 'List ended therapies for review',
      years: 'After the last session, wait this long',
      unit: 'years',
      invalid: 'Use a whole number from {{least}} to {{most}}.',
      save: 'Save the rule',
      saving: 'Saving…',
      saved: 'Saved.',
    },
    copies: 'Copies of the vault',
    due: {
      title: 'Due for review',
      off: 'The rule is off: nothing is listed.',
      none: 'No ended therapy is waiting for a decision.',
      about_one: 'One ended therapy has passed the time you set. Decide about it.',
      about_other: '{{count}} ended therapies have passed the time you set. Decide about each.',
      last_zero: 'Begun {{date}}, no sessions',
      last_one: 'Last session {{date}}, one in all',
      last_other: 'Last session {{date}}, {{count}} in all',
      fictional: 'Fictional',
      keep: 'Keep…',
      keepOf: 'Keep {{code}}…',
      eraseOf: 'Erase {{code}}…',
      erase: 'Erase…',
    },
    kept: {
      title: 'Kept for now',
      until: 'Kept until {{date}}: {{reason}}',
    },
    keep: {
      title: 'Keep {{code}}',
      about: 'It is listed again on that day.',
      until: 'Keep until',
      reason: 'Why',
      reasonAdvice: 'For example a complaint that is open, or a law that asks for longer.',
      noDay: 'Choose a day in the future.',
      noReason: 'Say why, so that it can be understood later.',
      submit: 'Keep it',
      saving: 'Saving…',
      cancel: 'Cancel',
    },
  },
} as const
