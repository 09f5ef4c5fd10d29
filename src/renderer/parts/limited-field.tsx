import { useTranslation } from 'react-i18next'
import { TextField, type TextFieldProps } from '#renderer/ui/text-field.tsx'

/**
 * A text field with a longest length. Never cuts a text: it says how far a longer one is over, and the form must refuse to
 * save that.
 */
export function LimitedField({ limit, error, ...field }: TextFieldProps & { limit: number }) {
  const { t } = useTranslation()
  const over = field.value.length - limit
  return <TextField {...field} error={over > 0 ? t('ui.tooLong', { count: over, limit }) : error} />
}
