const schemes = new Set<string>()

/** Lets `scheme://host/` addresses through as `http://host.scheme.localhost/`; names that no host name can hold are refused. */
export function learnScheme(scheme: string): void {
  if (!/^[a-z][a-z0-9-]*$/.test(scheme) || /^(https?|file|data|blob|about|wss?|ftp)$/.test(scheme))
    throw new Error(`not implemented in chromium-shell: the scheme name '${scheme}'`)
  schemes.add(scheme)
}

/** Whether a scheme has been made known. */
export function isKnownScheme(scheme: string): boolean {
  return schemes.has(scheme)
}

/** The address Chromium loads for one of the app's: its own schemes mapped to host names of this machine. */
export function toPageAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9-]*):\/\/([^/?#]*)/, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `http://${host ? `${host}.` : ''}${scheme}.localhost` : whole,
  )
}

/** The address the app sees for one of Chromium's: the inverse of `toPageAddress`. */
export function toAppAddress(address: string): string {
  return address.replace(
    /^http:\/\/(?:([^/?#:]*)\.)?([a-z][a-z0-9-]*)\.localhost(?=[/?#]|$)/,
    (whole, host: string | undefined, scheme: string) =>
      schemes.has(scheme) ? `${scheme}://${host ?? ''}` : whole,
  )
}
