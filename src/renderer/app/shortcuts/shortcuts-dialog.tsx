import { useTranslation } from 'react-i18next'
import { commands, type Platform } from '#shared/commands/commands.ts'
import { zoomKeys, zoomSteps } from '#shared/settings/zoom.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { keyName, shortcutKeys } from '#renderer/lib/shortcut-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import styles from './shortcuts.module.css'

/** The keys of one screen, beside those that commands have everywhere. */
const elsewhere = {
  rating: [
    { does: 'digit', keys: ['0–9'] },
    { does: 'next', keys: ['Enter'] },
    { does: 'before', keys: ['Shift', 'Enter'] },
    { does: 'clear', keys: ['Backspace'] },
    { does: 'part', keys: ['Alt', '1–3'] },
    { does: 'save', keys: ['CmdOrCtrl', 'Enter'] },
  ],
  charts: [
    { does: 'through', keys: ['Left', 'Right'] },
    { does: 'ends', keys: ['Home', 'End'] },
  ],
} as const

/** Every shortcut, as it is on this system. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const withKeys = commands
    .map(({ id }) => ({ id, keys: shortcutKeys(id, platform, t) }))
    .filter(({ keys }) => keys.length > 0)
  return (
    <Dialog
      title={t('commands.shortcuts')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('app.shortcuts.close')}</Button>}
    >
      <Keys title={t('app.shortcuts.everywhere')}>
        {withKeys.map(({ id, keys }) => (
          <Line key={id} does={t(`commands.${id}`)} keys={keys} />
        ))}
        {zoomSteps.map((step) => (
          <Line key={step} does={t(`menu.zoom.${step}`)} keys={named(zoomKeys[step], platform, t)} />
        ))}
      </Keys>
      <Keys title={t('app.shortcuts.rating.title')}>
        {elsewhere.rating.map(({ does, keys }) => (
          <Line key={does} does={t(`app.shortcuts.rating.${does}`)} keys={named(keys, platform, t)} />
        ))}
      </Keys>
      <Keys title={t('app.shortcuts.charts.title')}>
        {elsewhere.charts.map(({ does, keys }) => (
          <Line key={does} does={t(`app.shortcuts.charts.${does}`)} keys={named(keys, platform, t)} />
        ))}
      </Keys>
    </Dialog>
  )
}

const named = (keys: readonly string[], platform: Platform, t: Parameters<typeof keyName>[2]) =>
  keys.map((key) => keyName(key, platform, t))

function Keys({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className={styles['title']}>{title}</h3>
      <dl className={styles['keys']}>{children}</dl>
    </section>
  )
}

function Line({ does, keys }: { does: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>
        <KeyHint keys={keys} />
      </dd>
    </div>
  )
}
