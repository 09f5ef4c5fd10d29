import { Menu, MenuItem } from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import styles from './popover.module.css'

/** One command of a menu. The menu shows the shortcut but does not handle it. */
export type MenuCommand<Id extends string = string> = {
  id: Id
  label: string
  icon?: IconName | undefined
  shortcut?: string | undefined
  kind?: 'plain' | 'danger' | undefined
  isDisabled?: boolean | undefined
}

/** The commands of an open menu, for a popover. A menu that no button names needs a label. */
export function MenuList<Id extends string>({
  label,
  isFirstFocused,
  items,
  onAction,
}: {
  label?: string | undefined
  /** Whether the first command gets the focus at once, for a menu that no button opens; otherwise the menu itself. */
  isFirstFocused?: boolean | undefined
  items: readonly MenuCommand<Id>[]
  onAction: (id: Id) => void
}) {
  return (
    <Menu
      className={styles['list'] ?? ''}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isFirstFocused === undefined ? {} : { autoFocus: isFirstFocused ? 'first' : true })}
      onAction={(key) => {
        const chosen = items.find((item) => item.id === key)
        if (chosen !== undefined) onAction(chosen.id)
      }}
    >
      {items.map((item) => (
        <MenuItem
          key={item.id}
          id={item.id}
          textValue={item.label}
          isDisabled={item.isDisabled ?? false}
          className={joinClasses(styles['item'], item.kind === 'danger' && styles['danger'])}
        >
          {item.icon === undefined ? null : <Icon name={item.icon} />}
          <span>{item.label}</span>
          {item.shortcut === undefined ? null : <kbd className={styles['shortcut']}>{item.shortcut}</kbd>}
        </MenuItem>
      ))}
    </Menu>
  )
}
