import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScaleDescription } from '#shared/instruments/described-scales.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { ScaleMeanings } from './scale-meanings.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** Lets the user say what the scales of an imported instrument measure, and change it later. */
export function DescribePack({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  const { id, title, version, scales } = instrument
  const [said, setSaid] = useState<readonly ScaleDescription[]>([])
  const describe = useChange('packs.describe', { onSuccess: () => setSaid([]) })
  return (
    <Disclosure title={t('packs.meaning.title', { title, version })} level={4}>
      <Stack gap={12}>
        <p className={common['note']}>{t('packs.meaning.advice')}</p>
        <ScaleMeanings instrument={instrument} scales={scales} said={said} onChange={setSaid} />
        <FailureNotice failure={describe.error} />
        <div>
          <Button
            isDisabled={said.length === 0}
            isPending={describe.isPending}
            onPress={() => describe.mutate({ id, said: [...said] })}
          >
            {t('packs.meaning.save')}
          </Button>
        </div>
        <output className={styles['done']}>
          {describe.isSuccess && said.length === 0 ? t('packs.meaning.saved') : ''}
        </output>
      </Stack>
    </Disclosure>
  )
}
