/** The words about the draft of a form; the log of a session has words of its own. */
export const drafts = {
  here: 'Your unsaved text from {{time}} is here.',
  hereOn: 'Your unsaved text from {{time}} on {{date}} is here.',
  discard: 'Discard text',
  discardTitle: 'Discard this text?',
  discardText: 'Everything entered here since the last save is deleted. This can’t be undone.',
  keep: 'Keep it',
  notKept: 'This text could not be kept as a draft. A lock would lose it.',
}
