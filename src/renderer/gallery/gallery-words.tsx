import { Card } from '#renderer/ui/card.tsx'
import { iconPaths } from '#renderer/ui/icon-paths.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { gallery } from './words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './gallery.module.css'

const colours = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'muted',
  'edge',
  'hairline',
  'accent',
  'client',
  'therapist',
  'rupture',
  'repair',
  'missing',
  'risk',
] as const

/** Type, colours, cards and icons. */
export function GalleryWords() {
  return (
    <Stack gap={24}>
      <Card title={gallery.words.type}>
        <p className={styles['display']}>{gallery.words.display}</p>
        <p className={styles['heading']}>{gallery.words.heading}</p>
        <p className={common['lead']}>{gallery.words.lead}</p>
        <p>{gallery.words.body}</p>
        <p className={styles['small']}>{gallery.words.small}</p>
        <p className={styles['tick']}>{gallery.words.tick}</p>
        <Reader>
          <p>{gallery.words.reader}</p>
        </Reader>
      </Card>
      <Card title={gallery.words.colours}>
        <ul className={styles['swatches']}>
          {colours.map((colour) => (
            <li key={colour} className={stackClass({ gap: 4 })}>
              <span className={styles['sample']} style={{ background: `var(--color-${colour})` }} />
              {colour}
            </li>
          ))}
        </ul>
      </Card>
      <div className={styles['pair']}>
        <Card title={gallery.words.cardTitle}>
          <p>{gallery.words.cardText}</p>
        </Card>
        <Card kind="sunken" title={gallery.words.sunkenTitle}>
          <p>{gallery.words.sunkenText}</p>
        </Card>
      </div>
      <Card title={gallery.words.icons}>
        <ul className={styles['icons']}>
          {iconNames().map((name) => (
            <li key={name} className={stackClass({ gap: 4 })}>
              <Icon name={name} size={24} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Stack>
  )
}

function iconNames(): IconName[] {
  // Object.keys forgets the names it was given; the map is a constant, so nothing else can be in it.
  return Object.keys(iconPaths) as IconName[]
}
