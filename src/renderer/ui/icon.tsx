import { iconPaths } from './icon-paths.ts'
import styles from './icon.module.css'

/** The names of the icons. */
export type IconName = keyof typeof iconPaths

/** An icon in the colour of the text around it. Without a label it is decoration and is not read aloud. */
export function Icon({ name, size = 20, label }: { name: IconName; size?: 16 | 20 | 24; label?: string }) {
  return (
    <svg
      className={styles['icon']}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
