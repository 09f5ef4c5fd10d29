import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { AppShell } from './app-shell.tsx'

const root = createRootRoute({ component: AppShell })
const getParentRoute = () => root

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../features/today/today-screen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients',
    component: lazyRouteComponent(() => import('../features/clients/clients-screen.tsx'), 'ClientsScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/new',
    component: lazyRouteComponent(
      () => import('../features/clients/new-client-screen.tsx'),
      'NewClientScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId',
    component: lazyRouteComponent(() => import('../features/client/client-screen.tsx'), 'ClientScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId/edit',
    component: lazyRouteComponent(
      () => import('../features/clients/edit-client-screen.tsx'),
      'EditClientScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/log',
    component: lazyRouteComponent(
      () => import('../features/log-session/choose-client-screen.tsx'),
      'ChooseClientScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/log/new/$clientId',
    component: lazyRouteComponent(
      () => import('../features/log-session/start-log-screen.tsx'),
      'StartLogScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/log/$sessionId',
    component: lazyRouteComponent(
      () => import('../features/log-session/log-session-screen.tsx'),
      'LogSessionScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/log/$sessionId/returned',
    component: lazyRouteComponent(
      () => import('../features/log-session/returned-screen.tsx'),
      'ReturnedScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence',
    component: lazyRouteComponent(() => import('../features/evidence/evidence-screen.tsx'), 'EvidenceScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/$articleId',
    component: lazyRouteComponent(() => import('../features/evidence/article-screen.tsx'), 'ArticleScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/own/new',
    component: lazyRouteComponent(
      () => import('../features/evidence/own/own-form-screens.tsx'),
      'NewOwnScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/own/edit/$articleId',
    component: lazyRouteComponent(
      () => import('../features/evidence/own/own-form-screens.tsx'),
      'EditOwnScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/own/import',
    component: lazyRouteComponent(() => import('../features/evidence/own/import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/own/export',
    component: lazyRouteComponent(() => import('../features/evidence/own/export-screen.tsx'), 'ExportScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/evidence/about/strength',
    component: lazyRouteComponent(() => import('../features/evidence/strength-screen.tsx'), 'StrengthScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/rules',
    component: lazyRouteComponent(() => import('../features/settings/rules/rules-screen.tsx'), 'RulesScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/instruments',
    component: lazyRouteComponent(
      () => import('../features/settings/instruments/instruments-screen.tsx'),
      'InstrumentsScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId/export',
    component: lazyRouteComponent(
      () => import('../features/rights/export-client-screen.tsx'),
      'ExportClientScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId/erase',
    component: lazyRouteComponent(
      () => import('../features/rights/erase-client-screen.tsx'),
      'EraseClientScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/retention',
    component: lazyRouteComponent(() => import('../features/rights/retention-screen.tsx'), 'RetentionScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/audit',
    component: lazyRouteComponent(() => import('../features/audit/audit-screen.tsx'), 'AuditScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/backups',
    component: lazyRouteComponent(
      () => import('../features/settings/backups/backups-screen.tsx'),
      'BackupsScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/backups/restore',
    component: lazyRouteComponent(
      () => import('../features/settings/backups/restore/restore-screen.tsx'),
      'RestoreScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/security',
    component: lazyRouteComponent(
      () => import('../features/settings/security/security-screen.tsx'),
      'SecurityScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/security/passphrase',
    component: lazyRouteComponent(
      () => import('../features/settings/security/change-passphrase-screen.tsx'),
      'ChangePassphraseScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/security/recovery-key',
    component: lazyRouteComponent(
      () => import('../features/settings/security/recovery-key-screen.tsx'),
      'RecoveryKeyScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/security/pin',
    component: lazyRouteComponent(() => import('../features/settings/security/pin-screen.tsx'), 'PinScreen'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/security/re-encrypt',
    component: lazyRouteComponent(
      () => import('../features/settings/security/reencrypt-screen.tsx'),
      'ReencryptScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/prompts',
    component: lazyRouteComponent(
      () => import('../features/settings/prompts/prompt-rules-screen.tsx'),
      'PromptRulesScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/wellbeing',
    component: lazyRouteComponent(
      () => import('../features/wellbeing/wellbeing-screen.tsx'),
      'WellbeingScreen',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/about',
    component: lazyRouteComponent(() => import('../features/about/about-screen.tsx'), 'AboutScreen'),
  }),
] as const

/** Every screen and its place. The address stays in memory: the hash is never written to a history on disk. */
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
