import { useEffect, useEffectEvent } from 'react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { Button } from '../ui/button.tsx'
import { Stack } from '../ui/stack.tsx'
import type { Picking } from './use-picking.ts'
import styles from './picked-notice.module.css'

/** Says that what is on the screen was put on the agenda of supervision, without taking the focus, until another screen is opened. */
export function PickedNotice({ picking: { picked, failure, close } }: { picking: Picking }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const closeNow = useEffectEvent(close)
  useEffect(() => () => closeNow(), [pathname])
  const isShown = picked?.pathname === pathname || failure !== null
  return (
    <div className={styles['notice']} data-screen-only="">
      <output>
        {picked?.pathname === pathname ? <span>{t(`supervision.picked.${picked.kind}`)}</span> : null}
      </output>
      <FailureNotice failure={failure} />
      {isShown ? (
        <Stack direction="row" gap={16} lineGap={8} align="centre">
          <Link to="/supervision">{t('supervision.picked.see')}</Link>
          <Button kind="quiet" onPress={close}>
            {t('supervision.picked.close')}
          </Button>
        </Stack>
      ) : null}
    </div>
  )
}
