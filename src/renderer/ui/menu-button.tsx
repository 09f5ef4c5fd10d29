import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { buttonClass } from './button-class.ts'
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

/** A button that opens a short list of commands. With `isIconOnly` the label is only read aloud. */
export function MenuButton<Id extends string>({
  label,
  spokenLabel,
  icon,
  isIconOnly = false,
  items,
  onAction,
}: {
  label: string
  /** What is read aloud, where several buttons have the same label. It begins with the label. */
  spokenLabel?: string
  icon?: IconName
  isIconOnly?: boolean
  items: readonly MenuCommand<Id>[]
  onAction: (id: Id) => void
}) {
  return (
    <MenuTrigger>
      <Button
        className={buttonClass({ kind: isIconOnly ? 'quiet' : 'secondary', isSquare: isIconOnly })}
        {...(isIconOnly || spokenLabel !== undefined ? { 'aria-label': spokenLabel ?? label } : {})}
      >
        {icon === undefined && !isIconOnly ? null : <Icon name={icon ?? 'more'} />}
        {isIconOnly ? null : (
          <>
            <span>{label}</span>
            <Icon name="chevron-down" size={16} />
          </>
        )}
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <Menu
          className={styles['list'] ?? ''}
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
      </Popover>
    </MenuTrigger>
  )
}
