import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import common from '#renderer/ui/common.module.css'

/** Switches on that the therapist is asked after a session what they foresee. Kept in the vault; off at first. */
export function ForesightCard() {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const setting = useAsk('foresight.get')
  const switching = useChange('foresight.setOn')
  return (
    <Card
      title={t('foresight.setting.title')}
      actions={<output className={common['note']}>{switching.isSuccess ? t('settings.saved') : null}</output>}
    >
      <Loaded query={setting} loading={t('settings.loading')}>
        {({ isOn }) => (
          <CheckBox
            label={t('foresight.setting.label')}
            description={t('foresight.setting.description')}
            isSelected={switching.isPending ? switching.variables.isOn : isOn}
            onChange={(next) => switching.mutate({ isOn: next })}
            isDisabled={isReadOnly}
          />
        )}
      </Loaded>
      <p className={common['note']}>{t('foresight.setting.private')}</p>
      <FailureNotice failure={switching.error} />
    </Card>
  )
}
