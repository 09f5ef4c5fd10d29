import type { ComponentType } from 'react'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BackLink } from '../parts/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { AppShell } from './app-shell.tsx'

/** Stands in for a screen at an address that leads nowhere. */
function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('app.notFound.title')} width="narrow">
      <p>{t('app.notFound.text')}</p>
      <BackLink to="/">{t('app.notFound.home')}</BackLink>
    </Page>
  )
}

const root = createRootRoute({ component: AppShell, notFoundComponent: NotFound })

/** Every screen by its address, loaded when it is first shown. */
const screens = {
  '/': async () => (await import('../features/today/today-screen.tsx')).TodayScreen,
  '/clients': async () => (await import('../features/clients/clients-screen.tsx')).ClientsScreen,
  '/clients/new': async () => (await import('../features/clients/new-client-screen.tsx')).NewClientScreen,
  '/clients/$clientId': async () => (await import('../features/client/client-screen.tsx')).ClientScreen,
  '/clients/$clientId/edit': async () =>
    (await import('../features/clients/edit-client-screen.tsx')).EditClientScreen,
  '/notes': async () => (await import('../features/notes/search-notes-screen.tsx')).SearchNotesScreen,
  '/clients/$clientId/notes': async () =>
    (await import('../features/notes/search-notes-screen.tsx')).SearchClientNotesScreen,
  '/clients/$clientId/sessions/$sessionId': async () =>
    (await import('../features/log-session/reading/read-session-screen.tsx')).ReadSessionScreen,
  '/log': async () => (await import('../features/log-session/choose-client-screen.tsx')).ChooseClientScreen,
  '/log/new/$clientId': async () =>
    (await import('../features/log-session/start-log-screen.tsx')).StartLogScreen,
  '/log/$sessionId': async () =>
    (await import('../features/log-session/log-session-screen.tsx')).LogSessionScreen,
  '/log/$sessionId/of/$clientId': async () =>
    (await import('../features/log-session/log-session-screen.tsx')).NewLogScreen,
  '/log/$sessionId/returned': async () =>
    (await import('../features/log-session/returned-screen.tsx')).ReturnedScreen,
  '/evidence': async () => (await import('../features/evidence/evidence-screen.tsx')).EvidenceScreen,
  '/evidence/$articleId': async () => (await import('../features/evidence/article-screen.tsx')).ArticleScreen,
  '/evidence/own/new': async () =>
    (await import('../features/evidence/own/own-form-screens.tsx')).NewOwnScreen,
  '/evidence/own/edit/$articleId': async () =>
    (await import('../features/evidence/own/own-form-screens.tsx')).EditOwnScreen,
  '/evidence/own/import': async () =>
    (await import('../features/evidence/own/import-screen.tsx')).ImportScreen,
  '/evidence/own/export': async () =>
    (await import('../features/evidence/own/export-screen.tsx')).ExportScreen,
  '/evidence/about/strength': async () =>
    (await import('../features/evidence/strength-screen.tsx')).StrengthScreen,
  '/settings': async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
  '/settings/rules': async () => (await import('../features/settings/rules/rules-screen.tsx')).RulesScreen,
  '/settings/instruments': async () =>
    (await import('../features/settings/instruments/instruments-screen.tsx')).InstrumentsScreen,
  '/settings/instruments/own': async () =>
    (await import('../features/settings/instruments/own/own-instrument-screen.tsx')).OwnInstrumentScreen,
  '/clients/$clientId/export': async () =>
    (await import('../features/rights/export-client-screen.tsx')).ExportClientScreen,
  '/clients/$clientId/report': async () =>
    (await import('../features/client/report/report-screen.tsx')).ReportScreen,
  '/clients/$clientId/paper': async () =>
    (await import('../features/client/paper-forms/paper-forms-screen.tsx')).PaperFormsScreen,
  '/clients/$clientId/paper/enter': async () =>
    (await import('../features/client/paper-entry/paper-entry-screens.tsx')).EnterPaperScreen,
  '/clients/$clientId/paper/enter/$sessionId': async () =>
    (await import('../features/client/paper-entry/paper-entry-screens.tsx')).EnterPaperOfSessionScreen,
  '/clients/$clientId/erase': async () =>
    (await import('../features/rights/erase-client-screen.tsx')).EraseClientScreen,
  '/clients/$clientId/ratings': async () =>
    (await import('../features/exports/export-ratings-screen.tsx')).ExportClientRatingsScreen,
  '/settings/ratings': async () =>
    (await import('../features/exports/export-ratings-screen.tsx')).ExportRatingsScreen,
  '/settings/import-ratings': async () =>
    (await import('../features/imports/import-ratings-screen.tsx')).ImportRatingsScreen,
  '/settings/retention': async () =>
    (await import('../features/rights/retention-screen.tsx')).RetentionScreen,
  '/settings/audit': async () => (await import('../features/audit/audit-screen.tsx')).AuditScreen,
  '/settings/backups': async () =>
    (await import('../features/settings/backups/backups-screen.tsx')).BackupsScreen,
  '/settings/backups/restore': async () =>
    (await import('../features/settings/backups/restore/restore-screen.tsx')).RestoreScreen,
  '/settings/security': async () =>
    (await import('../features/settings/security/security-screen.tsx')).SecurityScreen,
  '/settings/security/passphrase': async () =>
    (await import('../features/settings/security/change-passphrase-screen.tsx')).ChangePassphraseScreen,
  '/settings/security/recovery-key': async () =>
    (await import('../features/settings/security/recovery-key-screen.tsx')).RecoveryKeyScreen,
  '/settings/security/pin': async () =>
    (await import('../features/settings/security/pin-screen.tsx')).PinScreen,
  '/settings/security/re-encrypt': async () =>
    (await import('../features/settings/security/reencrypt-screen.tsx')).ReencryptScreen,
  '/settings/prompts': async () =>
    (await import('../features/settings/prompts/prompt-rules-screen.tsx')).PromptRulesScreen,
  '/settings/error-rates': async () =>
    (await import('../features/settings/prompts/error-rates-screen.tsx')).ErrorRatesScreen,
  '/wellbeing': async () => (await import('../features/wellbeing/wellbeing-screen.tsx')).WellbeingScreen,
  '/practice': async () => (await import('../features/practice/practice-screen.tsx')).PracticeScreen,
  '/supervision': async () =>
    (await import('../features/supervision/supervision-screen.tsx')).SupervisionScreen,
  '/supervision/people': async () => (await import('../features/contacts/people-screen.tsx')).PeopleScreen,
  '/supervision/people/$contactId': async () =>
    (await import('../features/contacts/contact-screen.tsx')).ContactScreen,
  '/supervision/reply': async () =>
    (await import('../features/supervision/reply/open-reply-screen.tsx')).OpenReplyScreen,
  '/supervision/share': async () => (await import('../features/sharing/share-screen.tsx')).ShareScreen,
  '/supervision/review': async () => (await import('../features/review/review-screen.tsx')).ReviewScreen,
  '/supervision/review/import': async () =>
    (await import('../features/review/import/import-screen.tsx')).ImportBundleScreen,
  '/supervision/review/people/$contactId': async () =>
    (await import('../features/review/supervisee-screen.tsx')).SuperviseeScreen,
  '/supervision/review/people/$contactId/reply': async () =>
    (await import('../features/review/replies/reply-screen.tsx')).ReplyScreen,
  '/supervision/review/clients/$receivedId': async () =>
    (await import('../features/review/client/received-client-screen.tsx')).ReceivedClientScreen,
  '/about': async () => (await import('../features/about/about-screen.tsx')).AboutScreen,
} satisfies Record<string, () => Promise<ComponentType>>

type Address = keyof typeof screens

function routeTo<const Path extends Address>(path: Path) {
  const component = lazyRouteComponent(async () => ({ default: await screens[path]() }))
  return createRoute({ getParentRoute: () => root, path, component })
}

// An object's entries lose which route belongs to which address.
const routes = Object.fromEntries(
  (Object.keys(screens) as Address[]).map((path) => [path, routeTo(path)]),
) as unknown as { [Path in Address]: ReturnType<typeof routeTo<Path>> }

/** Every screen and its address. The address stays in memory and never reaches a history on disk. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    history: createHashHistory(),
    defaultPreload: 'intent',
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
