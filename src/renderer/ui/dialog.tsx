import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { joinClasses } from './join-classes.ts'
import { stackClass } from './stack.tsx'
import styles from './dialog.module.css'

/** A question that must be answered before going on. The focus moves in, stays in, and returns afterwards. */
export function Dialog({
  title,
  isOpen,
  onClose,
  actions,
  size = 'regular',
  role = 'dialog',
  isDismissable = true,
  children,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Buttons; the one that continues comes last. */
  actions?: ReactNode
  size?: 'regular' | 'wide'
  /** `alertdialog` for irreversible steps; it is read aloud at once. */
  role?: 'dialog' | 'alertdialog'
  /** Whether Escape and a press outside close it. */
  isDismissable?: boolean
  children: ReactNode
}) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={joinClasses(styles['modal'], styles[size])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          {actions === undefined ? null : (
            <div className={joinClasses(stackClass({ direction: 'row', gap: 8 }), styles['actions'])}>
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
