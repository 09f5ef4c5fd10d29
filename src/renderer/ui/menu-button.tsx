import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { buttonClass } from './button-class.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { MenuList, type MenuCommand } from './menu-list.tsx'
import styles from './popover.module.css'

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
        <MenuList items={items} onAction={onAction} />
      </Popover>
    </MenuTrigger>
  )
}
