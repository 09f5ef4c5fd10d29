import { GuardedEmitter } from './guard.ts'

/** `powerMonitor`: knows nothing of the system; a test may emit its events. Idle time is always 0 seconds. */
class PowerMonitor extends GuardedEmitter {
  constructor() {
    super('powerMonitor', [
      ...'suspend resume shutdown lock-screen unlock-screen on-ac on-battery'.split(' '),
      ...'user-did-become-active user-did-resign-active thermal-state-change speed-limit-change'.split(' '),
    ])
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): string {
    return 'unknown'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

/** Electron's `powerMonitor`. */
export const powerMonitor = new PowerMonitor()
