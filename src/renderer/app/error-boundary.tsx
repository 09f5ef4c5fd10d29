import { Component, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { takeStartField } from '../lib/start-field.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

/** Keeps the app running if a screen fails to render. Does not show the error, which could quote a note. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <Failed onRetry={() => this.setState({ hasFailed: false })} />
  }
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  useEffect(() => void takeStartField(), [])
  return (
    <ErrorNotice title={t('app.failed')} action={<Button onPress={onRetry}>{t('app.tryAgain')}</Button>}>
      {t('app.failedAdvice')}
    </ErrorNotice>
  )
}
