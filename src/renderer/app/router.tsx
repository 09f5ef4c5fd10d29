import type { ComponentType } from 'react'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { AppShell } from './app-shell.tsx'

const root = createRootRoute({ component: AppShell })

/** A screen at its address, loaded when it is first shown. */
function screen<const Path extends string>(path: Path, load: () => Promise<ComponentType>) {
  const component = lazyRouteComponent(async () => ({ default: await load() }))
  return createRoute({ getParentRoute: () => root, path, component })
}

const routes = [
  screen('/', async () => (await import('../features/today/today-screen.tsx')).TodayScreen),
  screen('/clients', async () => (await import('../features/clients/clients-screen.tsx')).ClientsScreen),
  screen(
    '/clients/new',
    async () => (await import('../features/clients/new-client-screen.tsx')).NewClientScreen,
  ),
  screen(
    '/clients/$clientId',
    async () => (await import('../features/client/client-screen.tsx')).ClientScreen,
  ),
  screen(
    '/clients/$clientId/edit',
    async () => (await import('../features/clients/edit-client-screen.tsx')).EditClientScreen,
  ),
  screen(
    '/log',
    async () => (await import('../features/log-session/choose-client-screen.tsx')).ChooseClientScreen,
  ),
  screen(
    '/log/new/$clientId',
    async () => (await import('../features/log-session/start-log-screen.tsx')).StartLogScreen,
  ),
  screen(
    '/log/$sessionId',
    async () => (await import('../features/log-session/log-session-screen.tsx')).LogSessionScreen,
  ),
  screen(
    '/log/$sessionId/returned',
    async () => (await import('../features/log-session/returned-screen.tsx')).ReturnedScreen,
  ),
  screen('/evidence', async () => (await import('../features/evidence/evidence-screen.tsx')).EvidenceScreen),
  screen(
    '/evidence/$articleId',
    async () => (await import('../features/evidence/article-screen.tsx')).ArticleScreen,
  ),
  screen(
    '/evidence/own/new',
    async () => (await import('../features/evidence/own/own-form-screens.tsx')).NewOwnScreen,
  ),
  screen(
    '/evidence/own/edit/$articleId',
    async () => (await import('../features/evidence/own/own-form-screens.tsx')).EditOwnScreen,
  ),
  screen(
    '/evidence/own/import',
    async () => (await import('../features/evidence/own/import-screen.tsx')).ImportScreen,
  ),
  screen(
    '/evidence/own/export',
    async () => (await import('../features/evidence/own/export-screen.tsx')).ExportScreen,
  ),
  screen(
    '/evidence/about/strength',
    async () => (await import('../features/evidence/strength-screen.tsx')).StrengthScreen,
  ),
  screen('/settings', async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen),
  screen(
    '/settings/rules',
    async () => (await import('../features/settings/rules/rules-screen.tsx')).RulesScreen,
  ),
  screen(
    '/settings/instruments',
    async () => (await import('../features/settings/instruments/instruments-screen.tsx')).InstrumentsScreen,
  ),
  screen(
    '/clients/$clientId/export',
    async () => (await import('../features/rights/export-client-screen.tsx')).ExportClientScreen,
  ),
  screen(
    '/clients/$clientId/erase',
    async () => (await import('../features/rights/erase-client-screen.tsx')).EraseClientScreen,
  ),
  screen(
    '/settings/retention',
    async () => (await import('../features/rights/retention-screen.tsx')).RetentionScreen,
  ),
  screen('/settings/audit', async () => (await import('../features/audit/audit-screen.tsx')).AuditScreen),
  screen(
    '/settings/backups',
    async () => (await import('../features/settings/backups/backups-screen.tsx')).BackupsScreen,
  ),
  screen(
    '/settings/backups/restore',
    async () => (await import('../features/settings/backups/restore/restore-screen.tsx')).RestoreScreen,
  ),
  screen(
    '/settings/security',
    async () => (await import('../features/settings/security/security-screen.tsx')).SecurityScreen,
  ),
  screen(
    '/settings/security/passphrase',
    async () =>
      (await import('../features/settings/security/change-passphrase-screen.tsx')).ChangePassphraseScreen,
  ),
  screen(
    '/settings/security/recovery-key',
    async () => (await import('../features/settings/security/recovery-key-screen.tsx')).RecoveryKeyScreen,
  ),
  screen(
    '/settings/security/pin',
    async () => (await import('../features/settings/security/pin-screen.tsx')).PinScreen,
  ),
  screen(
    '/settings/security/re-encrypt',
    async () => (await import('../features/settings/security/reencrypt-screen.tsx')).ReencryptScreen,
  ),
  screen(
    '/settings/prompts',
    async () => (await import('../features/settings/prompts/prompt-rules-screen.tsx')).PromptRulesScreen,
  ),
  screen(
    '/wellbeing',
    async () => (await import('../features/wellbeing/wellbeing-screen.tsx')).WellbeingScreen,
  ),
  screen('/about', async () => (await import('../features/about/about-screen.tsx')).AboutScreen),
] as const

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
