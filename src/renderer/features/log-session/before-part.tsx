import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { InstrumentRatings } from './instrument-ratings.tsx'
import { LeftOpenCard } from './left-open-card.tsx'
import type { PartProps } from './part-props.ts'
import { SessionFacts } from './session-facts.tsx'
import { formIds } from './use-instruments.ts'

/** Before the session: open matters from earlier ones, the therapist's feelings, and the facts of the session. */
export function BeforePart(props: PartProps) {
  const { t } = useTranslation()
  const feelings = props.findInstrument(formIds.before)
  return (
    <>
      <LeftOpenCard log={props.log} />
      {feelings ? (
        <Card title={t('logSession.before.feelings')}>
          <p>{feelings.instruction}</p>
          <InstrumentRatings {...props} instrument={feelings} isDisabled={props.isAhead} />
        </Card>
      ) : null}
      <SessionFacts {...props} />
    </>
  )
}
