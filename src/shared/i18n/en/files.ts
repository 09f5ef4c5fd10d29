/** The system's dialogs, and the names suggested for new files: they tell the kind and the day, nothing of the content. */
export const files = {
  titles: {
    'backup-folder': 'Choose a folder for backups',
    'backup-file': 'Choose a backup',
    archive: 'Save the archive',
    'client-export': 'Save the export of one client',
    'client-table': 'Save the table of one client',
    'audit-export': 'Save the audit log',
    'audit-lines': 'Save the audit log',
    'evidence-export': 'Save the summary',
  },
  names: {
    archive: 'Attune archive',
    'client-export': 'Attune client export',
    'client-table': 'Attune client table',
    'audit-export': 'Attune audit log',
    'audit-lines': 'Attune audit log',
    'evidence-export': 'Attune evidence summary',
  },
  kinds: {
    attunebackup: 'Attune backup',
    age: 'age archive',
    json: 'JSON',
    csv: 'CSV table',
    jsonl: 'JSON Lines',
    md: 'Text',
  },
  allFiles: 'All files',
  backupFolderName: 'Attune backups',
} as const
