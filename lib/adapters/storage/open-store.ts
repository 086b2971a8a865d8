import { join } from 'node:path'
import type { Config } from '../env.ts'
import { openFolderStore } from './folder-store.ts'
import { openS3Store } from './s3-store.ts'
import type { Store } from './store.ts'

/** The store of this configuration: a bucket when `S3_*` is set, else the folder `attachments` in `DATA_DIR`. */
export function openStore(config: Pick<Config, 'dataDir' | 's3'>): Store {
  return config.s3 ? openS3Store(config.s3) : openFolderStore(join(config.dataDir, 'attachments'))
}
