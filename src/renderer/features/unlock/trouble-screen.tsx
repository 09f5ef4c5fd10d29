import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TroubleWords } from '#shared/i18n/en/trouble.ts'
import { AboutContext, useApi } from '#renderer/lib/app-context.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import { aboutFolder, restorable, type TroubleName } from './trouble-names.ts'
import common from '#renderer/ui/common.module.css'
import styles from './trouble.module.css'

/** The retry action, and the state of the last retry. */
export interface TryAgain {
  readonly run: () => void
  readonly isPending: boolean
  /** A retry has ended without a change. */
  readonly isStillSo: boolean
}

/** Trouble that blocks everything else: what happened, what is safe, what to do. It never offers to delete. */
export function TroubleScreen({
  name,
  tryAgain,
  onRestore,
}: {
  name: TroubleName
  tryAgain: TryAgain
  /** Opens the backups, if they can help. */
  onRestore?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const api = useApi()
  return (
    <TroublePage
      words={t(`trouble.screens.${name}`, { returnObjects: true })}
      showsFolder={aboutFolder.has(name)}
      said={tryAgain.isStillSo && !tryAgain.isPending ? t('trouble.stillSo') : null}
    >
      <Button kind="primary" size="large" isPending={tryAgain.isPending} onPress={tryAgain.run}>
        {t('app.tryAgain')}
      </Button>
      {onRestore && restorable.has(name) ? (
        <Button size="large" onPress={onRestore}>
          {t('trouble.restore')}
        </Button>
      ) : null}
      <Button size="large" kind="quiet" onPress={() => void api.app.quit()}>
        {t('trouble.quit')}
      </Button>
    </TroublePage>
  )
}

/** The frame of a screen for trouble; its children are the actions. */
export function TroublePage({
  words: { title, happened, safe, steps },
  showsFolder,
  said = null,
  children,
}: {
  words: TroubleWords
  showsFolder: boolean
  /** The state of the last retry. */
  said?: string | null
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Door title={title}>
      <p>{happened}</p>
      <Banner kind="info" title={t('trouble.safeTitle')}>
        {safe}
      </Banner>
      <Card title={t('trouble.doTitle')}>
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {showsFolder ? <VaultFolder /> : null}
      </Card>
      <Stack gap={8}>
        <Stack direction="row" gap={12}>
          {children}
        </Stack>
        {/* Always takes up its line, so that nothing moves when the text appears. */}
        <output className={styles['looked']}>{said}</output>
      </Stack>
    </Door>
  )
}

/** Where the vault is on this computer, for a person who has to look there. */
function VaultFolder() {
  const { t } = useTranslation()
  // The facts about the app may be among the things that failed to load.
  const about = useContext(AboutContext)
  if (!about) return null
  const { dataFolder, platform } = about
  return (
    <div>
      <p className={common['note']}>{t('trouble.folder')}</p>
      <p className={common['path']}>{`${dataFolder}${platform === 'windows' ? '\\' : '/'}vault`}</p>
    </div>
  )
}
