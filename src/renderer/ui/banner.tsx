import { useId } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import { Stack } from './stack.tsx'
import styles from './banner.module.css'

/** The kind of a banner. `risk` is announced at once and can't be closed. */
export type BannerKind = 'info' | 'caution' | 'risk' | 'sample'

const icons: Record<BannerKind, IconName> = {
  info: 'info',
  caution: 'caution',
  risk: 'caution',
  sample: 'leaf',
}

/** A line or two across a screen, shown until its reason is gone. The words carry the meaning; colour repeats it. */
export function Banner({
  kind,
  title,
  actions,
  children,
}: {
  kind: BannerKind
  title: string
  actions?: ReactNode
  children?: ReactNode
}) {
  const titleId = useId()
  return (
    <div
      className={joinClasses(styles['banner'], styles[kind])}
      role={kind === 'risk' ? 'alert' : kind === 'caution' ? 'status' : 'note'}
      aria-labelledby={titleId}
    >
      <Icon name={icons[kind]} size={24} />
      <div className={styles['words']}>
        <p id={titleId} className={styles['title']}>
          {title}
        </p>
        {children === undefined ? null : <div className={styles['text']}>{children}</div>}
      </div>
      {actions === undefined ? null : (
        <Stack direction="row" gap={8}>
          {actions}
        </Stack>
      )}
    </div>
  )
}
