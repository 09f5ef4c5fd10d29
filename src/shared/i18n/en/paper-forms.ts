/** Words of the client's forms on paper: those of the screen that prints them, and `paper`, which the client reads. */
export const paperForms = {
  title: 'Forms on paper: {{code}}',
  loading: 'Opening the forms',
  back: 'Back to {{code}}',
  action: 'Print the forms on paper',
  choice: 'What to print',
  forms: 'Forms',
  about:
    'For a client who would rather write on paper. The sheets carry the code {{code}} and nothing else about the client. Each form starts on a sheet of its own.',
  none: 'Choose at least one form.',
  print: 'Print…',
  preview: 'The sheets as they will be printed',
  document: 'Forms for {{code}}',
  paper: {
    code: 'Code: {{code}}',
    date: 'Date:',
    seen: 'Your therapist will see this. Mark one answer to each question. Skip anything you like.',
    onlyIf: 'Only if you marked “{{label}}” or more for one of these: {{numbers, list}}.',
    onlyIfNumber: 'Only if you marked {{value}} or more for one of these: {{numbers, list}}.',
    add: 'Anything to add?',
    version: '{{form}}, version {{version}}',
  },
} as const
