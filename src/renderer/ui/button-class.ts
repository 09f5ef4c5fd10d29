import { joinClasses } from './join-classes.ts'
import styles from './button.module.css'

/** The purpose of a button: the next step, another step, a quiet aside, or an irreversible step. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

/** Height: 32 px in a working screen, 44 px for the main step of a screen, 56 px on the client's screens. */
export type ButtonSize = 'regular' | 'large' | 'client'

/** The classes of a button, for a router link that looks like one. */
export function buttonClass({
  kind = 'secondary',
  size = 'regular',
  isSquare = false,
}: { kind?: ButtonKind; size?: ButtonSize; isSquare?: boolean } = {}): string {
  return joinClasses(styles['button'], styles[kind], styles[size], isSquare && styles['square'])
}
