import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from './caps-lock-note.module.css'

/** Says below its fields when Caps Lock is on. Its line always takes its space, so that nothing moves. */
export function CapsLockNote({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [isOn, setIsOn] = useState(false)
  const look = (event: KeyboardEvent): void => setIsOn(event.getModifierState('CapsLock'))
  return (
    <div onKeyDownCapture={look} onKeyUpCapture={look}>
      {children}
      <output className={styles['note']}>
        {isOn ? (
          <>
            <Icon name="info" size={16} />
            {t('keys.passphrase.capsLock')}
          </>
        ) : null}
      </output>
    </div>
  )
}
