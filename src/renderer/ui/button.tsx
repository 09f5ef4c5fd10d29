import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { buttonClass } from './button-class.ts'
import type { ButtonKind, ButtonSize } from './button-class.ts'

type ButtonBase = {
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined
  type?: 'button' | 'submit' | undefined
  onPress?: (() => void) | undefined
  isDisabled?: boolean | undefined
  /** Keeps focus and words during the work, and ignores further presses. */
  isPending?: boolean | undefined
  isExpanded?: boolean | undefined
  /** Removes it from the Tab order. Only if a key does the same, as Backspace does for a rating. */
  isOutOfTabOrder?: boolean | undefined
  /** Starts with the focus. Only for the main action of a dialog that does no harm. */
  takesFocus?: boolean | undefined
  describedBy?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

/** A button with words, and an icon before them if given. One primary button per screen. */
export function Button({
  children,
  icon,
  ...rest
}: ButtonBase & { children: ReactNode; icon?: IconName | undefined }) {
  return (
    <ButtonFrame {...rest}>
      {icon === undefined ? null : <Icon name={icon} size={rest.size === 'client' ? 24 : 20} />}
      <span>{children}</span>
    </ButtonFrame>
  )
}

/** A button with only an icon; screen readers and voice control use its label. */
export function IconButton({ label, icon, ...rest }: ButtonBase & { label: string; icon: IconName }) {
  return (
    <ButtonFrame {...rest} label={label} isSquare>
      <Icon name={icon} size={rest.size === 'client' ? 24 : 20} />
    </ButtonFrame>
  )
}

function ButtonFrame({
  kind = 'secondary',
  size = 'regular',
  type = 'button',
  onPress,
  isDisabled = false,
  isPending = false,
  isExpanded,
  isOutOfTabOrder = false,
  takesFocus = false,
  describedBy,
  label,
  isSquare = false,
  ref,
  children,
}: ButtonBase & { label?: string; isSquare?: boolean; children: ReactNode }) {
  return (
    <AriaButton
      className={buttonClass({ kind, size, isSquare })}
      type={type}
      isDisabled={isDisabled}
      isPending={isPending}
      excludeFromTabOrder={isOutOfTabOrder}
      {...(takesFocus ? { autoFocus: true } : {})}
      {...(ref === undefined ? {} : { ref })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
    >
      {children}
    </AriaButton>
  )
}
