import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fewestRetentionYears, mostRetentionYears, type RetentionRule } from '#shared/rights/retention.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** Switches the review on and sets after how many years. */
export function RetentionRuleCard({ rule }: { rule: RetentionRule }) {
  const { t } = useTranslation()
  const [isOn, setIsOn] = useState(rule.isOn)
  const [years, setYears] = useState<number | null>(rule.years)
  const save = useChange('rights.setRetention')
  const isWhole =
    years !== null && Number.isInteger(years) && years >= fewestRetentionYears && years <= mostRetentionYears
  return (
    <Card title={t('rights.retention.rule.title')}>
      <CheckBox label={t('rights.retention.rule.isOn')} isSelected={isOn} onChange={setIsOn} />
      <div className={common['short']}>
        <NumberField
          label={t('rights.retention.rule.years')}
          unit={t('rights.retention.rule.unit')}
          value={years}
          onChange={setYears}
          error={
            isWhole
              ? undefined
              : t('rights.retention.rule.invalid', { least: fewestRetentionYears, most: mostRetentionYears })
          }
        />
      </div>
      <Stack direction="row" gap={12} align="centre">
        <Button
          isPending={save.isPending}
          isDisabled={!isWhole}
          onPress={() => (isWhole ? save.mutate({ isOn, years }) : undefined)}
        >
          {t(save.isPending ? 'rights.retention.rule.saving' : 'rights.retention.rule.save')}
        </Button>
        <output className={common['note']}>{save.isSuccess ? t('rights.retention.rule.saved') : null}</output>
      </Stack>
      <FailureNotice failure={save.error} />
    </Card>
  )
}
