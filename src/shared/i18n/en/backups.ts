/** Words of Settings, Backups, of restoring a backup, and of the note on Today. */
export const backups = {
  title: 'Backups',
  subtitle: 'Encrypted copies of everything. Each is read back and checked.',
  back: 'All settings',
  loading: 'Looking at the backups…',

  state: {
    title: 'Status',
    none: 'There is no backup yet. Attune makes the first one when it locks.',
    current: 'Everything is backed up.',
    due: 'Something has changed since the last backup. Attune backs it up when it locks or is left alone for a while.',
    last: 'Last backup: {{at, datetime(dateStyle: medium; timeStyle: short)}}.',
    make: 'Back up now',
    making: 'Backing up…',
    made: 'Backed up and checked.',
    partly: 'One of the places could not be used. The other one has the backup.',
    failed: 'No backup could be made. The earlier ones are unchanged.',
  },

  places: {
    title: 'Where they go',
    default: 'On this computer',
    defaultNote: 'Attune’s own folder beside the vault. It is always used.',
    chosen: 'A second place',
    chosenNone:
      'None yet. A copy on a USB drive or another disk survives a broken or stolen computer; the folder beside the vault does not.',
    choose: 'Choose a folder…',
    chooseOther: 'Choose another folder…',
    forget: 'Stop using it',
    forgetNote: 'The backups in it stay.',
    lost: 'The note of your second place was lost. No backups go there now.',
    lostNote:
      'The backups in that folder are unchanged. Choose the folder again to keep using it, or choose another. An erasure still looks for copies in it.',
    others:
      'Copies may also lie in folders that this list no longer holds. Attune erases clients only in folders it knows.',
    states: {
      ready: 'Ready.',
      'read-only': 'Attune may not write to it.',
      missing: 'Not there at the moment. If it is on a drive, plug the drive in.',
      unreadable: 'Attune may not look into it.',
      'not-made-yet': 'Made with the first backup.',
    },
    warnings: {
      'inside-data-folder':
        'This folder lies within Attune’s own. Whatever happens to that folder happens to this one too.',
      'same-disk': 'This folder is on the same disk as the vault. If the disk breaks, both are gone.',
      synced:
        'This looks like a folder that is synced to a cloud service. The backups are encrypted all the same; the service sees when they are made and how large they are, and may keep copies that Attune can’t remove.',
    },
    failed: 'The last try failed, {{at, datetime(dateStyle: medium; timeStyle: short)}}: {{reason}}',
  },

  list: {
    title: 'Your backups',
    empty: 'None yet.',
    caption: 'Backups, newest first',
    made: 'Made',
    unknown: 'Not readable',
    holds: 'Holds',
    counts: '{{clients}}, {{sessions}}',
    clients_one: 'one client',
    clients_other: '{{count}} clients',
    sessions_one: 'one session',
    sessions_other: '{{count}} sessions',
    size: 'Size',
    megabytes: '{{size, number(maximumFractionDigits: 1)}} MB',
    where: 'Where',
    places: { default: 'This computer', chosen: 'Second place' },
    state: 'State',
    states: {
      good: 'Intact',
      unchecked: 'Checked when you open it',
      rotted: 'Damaged since it was made',
      'other-vault': 'Of another vault',
      'other-key': 'Can’t be verified',
      newer: 'By a newer Attune',
      damaged: 'Damaged',
    },
    reasons: {
      'before-restore': 'Intact. Made before a restore',
      'before-re-encryption': 'Intact. Made before the vault was re-encrypted',
      'before-migration': 'Intact. Made before an update of Attune changed the vault',
    },
    rotted_one:
      'One backup has been damaged since it was made. Attune leaves it where it is and doesn’t count it. If several become damaged, the disk may be failing.',
    rotted_other:
      '{{count}} backups have been damaged since they were made. Attune leaves them where they are and doesn’t count them. The disk may be failing: choose a second place on another one.',
    unverified_one:
      'This vault’s key doesn’t vouch for one of these files. It may be from before the vault was re-encrypted, or somebody else may have written it. Attune leaves it where it is and doesn’t count it as a backup.',
    unverified_other:
      'This vault’s key doesn’t vouch for {{count}} of these files. They may be from before the vault was re-encrypted, or somebody else may have written them. Attune leaves them where they are and doesn’t count them as backups.',
    check: 'Check',
    checkOf: 'Check the backup of {{at, datetime(dateStyle: medium; timeStyle: short)}}',
    checking: 'Checking…',
    sound: 'Checked: intact.',
    unsound: 'Damaged: it can’t be restored.',
    kept: 'Attune keeps the newest of each of the last 7 days, 4 weeks and 12 months that have one, and always the newest of all. A backup made before a restore, a re-encryption or an update stays at least 30 days. After a restore the backups from before it are counted separately. Attune reads one kept backup through again each day. It never removes a backup of another vault, a damaged one, or one that it can’t verify.',
    restore: 'Restore a backup…',
  },

  setAside: {
    title: 'Databases set aside',
    lead: 'When something replaces the vault, Attune keeps the old database in the vault’s folder. It opens with the key of its time. Delete it when you are sure that you don’t need it. Attune first reads a backup with the same content through, and makes one if there is none.',
    unknown: 'an unknown time',
    reasons: {
      'before-restore': 'Replaced by a restored backup, {{when}}.',
      'before-re-encryption': 'Replaced when the vault was re-encrypted, {{when}}.',
      'before-migration': 'Replaced by an update of Attune, {{when}}.',
      'before-undoing':
        'A copy from {{when}}, made because a file beside the vault was about to undo changes in it. If it holds half a change, nothing can restore it, and it is deleted without a backup.',
      unknown: 'Replaced at {{when}}.',
    },
    remove: 'Delete…',
    confirm: 'Check a backup and delete this file',
    removing: 'Checking…',
    cancel: 'Keep it',
  },

  archive: {
    title: 'An archive to keep',
    lead: 'One encrypted file with its own passphrase, readable without Attune by somebody technical (JSON in an age file). For moving to another program, or for the years you must keep records.',
    begin: 'Make an archive…',
    warning:
      'Anyone who has this file and its passphrase can read everything. Without the passphrase it is lost for you, too.',
    submit: 'Choose where to save it…',
    submitting: 'Writing the archive…',
    cancel: 'Cancel',
    done: 'Saved as “{{name}}”. Attune’s documentation says how to open it, under archive format.',
  },

  today: {
    failed: 'The last backup could not be made: {{reason}}',
    open: 'See Backups',
  },

  restore: {
    title: 'Restore a backup',
    choose: {
      lead: 'Choose the backup. Nothing changes until you have seen what is in it and confirmed.',
      none: 'Attune has found no backup where it keeps them. If you have one on a drive, plug it in and choose the file.',
      open: 'Open',
      openOf: 'Open the backup of {{at, datetime(dateStyle: medium; timeStyle: short)}}',
      opening: 'Checking…',
      file: 'Choose a file…',
      leave: 'Back',
    },
    secret: {
      lead: 'Type the passphrase that was in use when this backup was made. It may be an earlier one than today’s.',
      passphrase: 'Passphrase of the backup',
      missing: 'Type the passphrase first.',
      recoveryKey: 'Recovery key',
      recoveryNote: 'All its groups, from the paper. Spaces and hyphens don’t matter.',
      useRecoveryKey: 'Use the recovery key instead',
      usePassphrase: 'Use the passphrase instead',
      submit: 'Open the backup',
      submitting: 'Opening and checking…',
      back: 'Choose another backup',
    },
    preview: {
      made: 'This backup was made on {{at, datetime(dateStyle: medium; timeStyle: short)}}. It was checked and is intact.',
      caption: 'What is in it, and what is in the vault now',
      what: 'What',
      inBackup: 'In the backup',
      inVault: 'In the vault now',
      clients: 'Clients',
      sessions: 'Sessions',
      newest: 'Newest session',
      date: '{{date, datetime(dateStyle: medium; timeZone: UTC)}}',
      noSession: 'None',
      unknown: 'Can’t be read',
      lossTitle: 'What would be lost',
      loss_zero: 'Nothing: the vault has not changed since this backup.',
      loss_one: 'One change that was made since this backup.',
      loss_other: '{{count}} changes that were made since this backup.',
      lossUnknown: 'Whatever was entered after this backup was made.',
      kept: 'The present vault is kept. Attune backs it up first if it can be read, and sets its files aside. Deleting them is a separate step, which Settings, Backups offers later.',
      otherTitle: 'This is another vault',
      other:
        'The backup is not of the vault on this computer. Restoring it replaces these clients with others.',
      opensWith: {
        'present-passphrase': 'Afterwards the vault opens with your present passphrase.',
        'backup-passphrase':
          'Afterwards the vault opens with the passphrase and the recovery key of this backup.',
      },
      confirm: 'Replace the vault with this backup',
      confirmOther: 'I want this other vault here',
      submit: 'Restore it',
      submitting: 'Restoring…',
      cancel: 'Cancel',
    },
    done: {
      title: 'The backup was restored',
      'present-passphrase': 'The vault is locked. Unlock it with your passphrase.',
      'backup-passphrase': 'The vault is locked. Unlock it with the passphrase of the backup.',
      replaced: {
        'set-aside':
          'The files that were there before are kept in the vault’s folder, under names with “set-aside”. Settings, Backups lists them.',
        'nothing-there': 'There was no vault before.',
      },
      isBackedUp: 'They are among the backups too.',
      sharingUnknown:
        'The vault that was there could not be read. If you sent anything to a supervisor since this backup, or a client withdrew their consent, Attune doesn’t know of it. Supervision, Share says what to do.',
      unlock: 'Go to the unlock screen',
    },
  },
} as const
