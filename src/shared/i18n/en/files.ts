/**
 * Words of the system's dialogs, and names for new files: they contain the kind and the day, nothing of the content.
 */
export const files = {
  titles: {
    'backup-folder': 'Choose a folder for backups',
    'backup-file': 'Choose a backup',
    archive: 'Save the archive',
    'client-export': 'Save the export of one client',
    'client-archive': 'Save the export of one client',
    'client-table': 'Save the table of one client',
    'ratings-folder': 'Choose where the folder with the ratings goes',
    'audit-export': 'Save the audit log',
    'audit-lines': 'Save the audit log',
    'evidence-export': 'Save summaries',
    'evidence-ris': 'Save references as RIS',
    'evidence-bibtex': 'Save references as BibTeX',
  },
  names: {
    archive: 'Attune archive',
    'client-export': 'Attune client export',
    'client-archive': 'Attune client export',
    'client-table': 'Attune client table',
    'audit-export': 'Attune audit log',
    'audit-lines': 'Attune audit log',
    'evidence-export': 'Attune evidence',
    'evidence-ris': 'Attune references',
    'evidence-bibtex': 'Attune references',
  },
  kinds: {
    attunebackup: 'Attune backup',
    age: 'age archive',
    json: 'JSON',
    csv: 'CSV table',
    jsonl: 'JSON Lines',
    md: 'Text',
    ris: 'RIS references',
    bib: 'BibTeX references',
  },
  allFiles: 'All files',
  backupFolderName: 'Attune backups',
  ratingsFolderName: 'Attune ratings',
} as const
