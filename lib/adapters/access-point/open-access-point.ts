import type { Config } from '../env.ts'
import type { AccessPoint } from './access-point.ts'
import { withBreaker } from './breaker.ts'
import { openPhossAp } from './phoss-ap.ts'

/** The access point of this configuration; null when `ACCESS_POINT_*` is not set. */
export function openAccessPoint(config: Pick<Config, 'accessPoint'>, now: () => Date): AccessPoint | null {
  return config.accessPoint === undefined ? null : withBreaker(openPhossAp(config.accessPoint), now)
}
