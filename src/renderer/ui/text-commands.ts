import type { TextCommand } from '#shared/contract/operations/app.ts'

/** The kinds of fields whose selection a page may read. */
const textKinds = ['text', 'search', 'password', 'tel', 'url']

/**
 * What can be done with the text at this place of the page: in a field, what the field allows; elsewhere copying, if the
 * place is in the selected text. Nothing is copied out of a field that hides what is typed.
 */
export function textCommandsAt(target: Element): readonly TextCommand[] {
  const field = target.closest('input, textarea')
  if (field instanceof HTMLTextAreaElement) return commandsIn(field, true)
  if (field instanceof HTMLInputElement && textKinds.includes(field.type))
    return commandsIn(field, field.type !== 'password')
  const selection = getSelection()
  if (selection === null || selection.isCollapsed) return []
  return selection.getRangeAt(0).intersectsNode(target) ? ['copy'] : []
}

function commandsIn(
  field: HTMLInputElement | HTMLTextAreaElement,
  mayBeCopied: boolean,
): readonly TextCommand[] {
  if (field.disabled) return []
  const isSelected = field.selectionStart !== field.selectionEnd
  const offered: Readonly<Record<TextCommand, boolean>> = {
    cut: mayBeCopied && isSelected && !field.readOnly,
    copy: mayBeCopied && isSelected,
    paste: !field.readOnly,
    selectAll: field.value !== '',
  }
  const names: readonly TextCommand[] = ['cut', 'copy', 'paste', 'selectAll']
  return names.filter((name) => offered[name])
}
