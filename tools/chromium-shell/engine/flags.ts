/** A command-line switch as `app.commandLine` knows it: its name and its value, empty if it has none. */
export type Switches = ReadonlyMap<string, string>

const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '))

const quietSwitches = words(
  'no-first-run no-default-browser-check no-startup-window no-pings metrics-recording-only use-mock-keychain',
  'disable-background-networking disable-breakpad disable-client-side-phishing-detection disable-sync',
  'disable-component-extensions-with-background-pages disable-component-update disable-default-apps',
  'disable-domain-reliability disable-extensions disable-field-trial-config disable-infobars disable-quic',
  'disable-popup-blocking disable-renderer-backgrounding disable-backgrounding-occluded-windows',
  'disable-search-engine-choice-screen disable-session-crashed-bubble disable-site-isolation-trials',
  'disable-speech-api disable-back-forward-cache',
)

// Features that talk to other computers, ask the user about the browser, split frames over processes, or open the
// browser's own pages behind every window.
const disabledFeatures = words(
  'OptimizationHints NetworkTimeServiceQuerying MediaRouter Translate InterestFeedContentSuggestions AimEnabled',
  'PreconnectToSearch CertificateTransparencyComponentUpdater AutofillServerCommunication HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable DialMediaRouteProvider LensOverlay SigninIntercept PaintHolding',
  'PasswordManagerOnboarding DestroyProfileOnBrowserClose GlobalMediaControls IsolateOrigins site-per-process',
  'IsolateSandboxedIframes AvoidCorsURLLoaderRestartOnRedirect LocalNetworkAccessChecks WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
)

// Requests to other machines go to a proxy that doesn't exist.
const deadProxy = 'http://127.0.0.1:9'

// Only names of this machine resolve, so that no request of Chromium's own leaves it.
const resolverRules =
  'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]'

const protectedSwitches = new Set(
  words(
    'user-data-dir remote-debugging-port remote-debugging-pipe no-sandbox host-resolver-rules proxy-server',
  ),
)

/**
 * Chromium's command line for a profile folder, with the app's own switches.
 * Opens a debugging port only if the arguments request one; turns the sandbox off only for root.
 */
export function chromiumFlags(options: {
  profile: string
  headless: boolean
  appSwitches: Switches
  argumentsGiven: readonly string[]
}): string[] {
  const { profile, headless, appSwitches, argumentsGiven } = options
  const merged = new Map<string, string>(quietSwitches.map((name) => [name, '']))
  merged.set('password-store', 'basic')
  merged.set('user-data-dir', profile)
  merged.set('proxy-server', deadProxy)
  merged.set('disable-features', disabledFeatures.join(','))
  if (headless) {
    // With visible windows this would show a warning bar in the first one; there the missing proxy is enough.
    merged.set('host-resolver-rules', resolverRules)
    merged.set('headless', 'new')
    merged.set('disable-gpu', '')
  }
  if (process.getuid?.() === 0) merged.set('no-sandbox', '')
  for (const [name, value] of appSwitches) {
    if (protectedSwitches.has(name)) continue
    const before = name.endsWith('-features') ? merged.get(name) : undefined
    merged.set(name, before ? `${before},${value}` : value)
  }
  const port = argumentsGiven.find((argument) => argument.startsWith('--remote-debugging-port='))
  const flags = [...merged].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
  return ['--remote-debugging-pipe', ...(port ? [port] : []), ...flags]
}
