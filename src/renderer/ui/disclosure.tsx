import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from './icon.tsx'
import styles from './disclosure.module.css'

/** Content shown on request: a rule, a source, the numbers behind a sentence. */
export function Disclosure({
  title,
  level = 3,
  startsOpen = false,
  isFlush = false,
  onToggle,
  children,
}: {
  title: string
  level?: 2 | 3 | 4
  startsOpen?: boolean
  /** Whether the content keeps the full width, not indented below the title. */
  isFlush?: boolean
  /** Called when the user opens or folds it. */
  onToggle?: ((isOpen: boolean) => void) | undefined
  children: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(startsOpen)
  const [wasOpened, setWasOpened] = useState(startsOpen)
  return (
    <AriaDisclosure
      className={styles['disclosure'] ?? ''}
      isExpanded={isOpen}
      onExpandedChange={(willOpen) => {
        setIsOpen(willOpen)
        setWasOpened(true)
        onToggle?.(willOpen)
      }}
    >
      <Heading level={level} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        {/* Rendered when first opened: unopened content costs nothing. */}
        {wasOpened ? <div className={isFlush ? styles['flush'] : styles['panel']}>{children}</div> : null}
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
