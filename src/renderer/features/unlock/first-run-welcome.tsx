import { useTranslation } from 'react-i18next'
import { useAbout } from '#renderer/lib/app-context.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './first-run.module.css'

const promises = [
  { icon: 'lock', words: 'unlock.welcome.passphrase' },
  { icon: 'eye-off', words: 'unlock.welcome.network' },
  { icon: 'person', words: 'unlock.welcome.codes' },
] as const satisfies readonly { icon: IconName; words: string }[]

/** Says what Attune is for, where the data is and who can open it, before the first question. */
export function FirstRunWelcome({
  onNext,
  onLook,
  onRestore,
}: {
  onNext: () => void
  /** Goes on in the same way, with the fictional caseload at its end. */
  onLook: () => void
  onRestore?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const { runtime } = useAbout()
  return (
    <Door title={t('unlock.welcome.title')} subtitle={t('unlock.welcome.step')}>
      <p className={common['lead']}>{t('unlock.welcome.purpose')}</p>
      <p>{t('unlock.welcome.lead')}</p>
      <ul className={stackClass({ gap: 16 })}>
        {promises.map(({ icon, words }) => (
          <li key={words} className={styles['promise']}>
            <Icon name={icon} size={24} />
            <p>{t(words)}</p>
          </li>
        ))}
      </ul>
      {runtime.kind === 'chromium-shell' ? (
        <Banner kind="caution" title={t('unlock.welcome.shellTitle')}>
          {t('unlock.welcome.shell')}
        </Banner>
      ) : null}
      <Stack direction="row" gap={12} lineGap={12}>
        <Button kind="primary" size="large" onPress={onNext}>
          {t('unlock.welcome.next')}
        </Button>
        <Button size="large" icon="leaf" onPress={onLook}>
          {t('unlock.welcome.look')}
        </Button>
        {onRestore ? (
          <Button kind="quiet" size="large" onPress={onRestore}>
            {t('unlock.welcome.restore')}
          </Button>
        ) : null}
      </Stack>
    </Door>
  )
}
