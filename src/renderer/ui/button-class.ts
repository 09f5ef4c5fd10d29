import { joinClasses } from './join-classes.ts'
import styles from './button.module.css'

/** What a button is for: the one next step, a step, a quiet aside, or something that can't be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

/** Height: 32 px in a working screen, 44 px for the main step of a screen, 56 px where a client presses. */
export type ButtonSize = 'regular' | 'large' | 'client'

/** The look of a button, for a router's link that leads on like one. */
export function buttonClass({
  kind = 'secondary',
  size = 'regular',
  isSquare = false,
}: { kind?: ButtonKind; size?: ButtonSize; isSquare?: boolean } = {}): string {
  return joinClasses(styles['button'], styles[kind], styles[size], isSquare && styles['square'])
}
