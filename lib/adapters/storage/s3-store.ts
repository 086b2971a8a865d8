import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { S3Settings } from '../env.ts'
import { checkBytes, checkKey, checkPrefix, type Store, type StoredObject, StoreError } from './store.ts'

/** A server that takes a connection and is then silent holds a request no longer than this, in milliseconds. */
const limits = { connectionTimeout: 1000, requestTimeout: 2000, body: 4000 }

/** Larger than any object that is put here: what grew in the store is not read into memory. */
const mostBytes = 32 * 1024 * 1024

/** Objects in a bucket of any server that speaks S3. Two tries at most for each request. */
export function openS3Store(settings: S3Settings): Store {
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    forcePathStyle: !/(^|\.)amazonaws\.com$/.test(new URL(settings.endpoint).hostname),
    // Other servers than AWS's do not know the newer checksums; ours are in the database.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: limits.connectionTimeout,
      requestTimeout: limits.requestTimeout,
      throwOnRequestTimeout: true,
    },
  })
  const Bucket = settings.bucket
  return {
    put: async (key, bytes) => {
      const [Key, Body] = [checkKey(key), checkBytes(bytes)]
      return explained(() => putObject(client, Bucket, Key, Body))
    },
    read: async (key) => {
      const Key = checkKey(key)
      return explained(() => readObject(client, Bucket, Key))
    },
    remove: async (key) => {
      const Key = checkKey(key)
      return explained(() => removeObject(client, Bucket, Key))
    },
    list: (prefix) => listObjects(client, Bucket, checkPrefix(prefix)),
  }
}

/** Keys are random, so one that is taken is our own earlier try: the same bytes, or a bug. */
async function putObject(client: S3Client, Bucket: string, Key: string, bytes: Uint8Array): Promise<void> {
  if (await hasObject(client, Bucket, Key)) {
    const stored = await readObject(client, Bucket, Key)
    if (!Buffer.from(stored).equals(bytes)) throw new StoreError('refused', 'taken')
    return
  }
  await client.send(
    new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: 'application/octet-stream' }),
  )
}

async function hasObject(client: S3Client, Bucket: string, Key: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket, Key }))
    return true
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false
    throw error
  }
}

async function readObject(client: S3Client, Bucket: string, Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
  if (Body === undefined || !('destroy' in Body)) throw new StoreError('unreachable', 'no-body')
  // The client's own limit ends with the headers: a body may still stall.
  const alarm = setTimeout(() => Body.destroy(new StoreError('unreachable', 'body-timeout')), limits.body)
  try {
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of Body as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > mostBytes) throw new StoreError('refused', 'too-large')
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  } finally {
    clearTimeout(alarm)
  }
}

async function removeObject(client: S3Client, Bucket: string, Key: string): Promise<void> {
  try {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === 'NoSuchKey')) throw error
  }
}

async function* listObjects(client: S3Client, Bucket: string, Prefix: string): AsyncGenerator<StoredObject> {
  let after: string | undefined
  do {
    const page = await explained(() =>
      client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken: after })),
    )
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      if (Key !== undefined && Size !== undefined && LastModified !== undefined)
        yield { key: Key, size: Size, storedAt: LastModified }
    }
    after = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (after !== undefined)
}

async function explained<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(error)
  }
}

/** A server's own no is `refused`; a silent, broken or absent server is `unreachable`. */
function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  if (!(error instanceof S3ServiceException)) return new StoreError('unreachable', error.name)
  const status = error.$metadata.httpStatusCode ?? 0
  if (error.name === 'NoSuchKey') return new StoreError('missing', error.name)
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429
  return new StoreError(isRefusal ? 'refused' : 'unreachable', `${error.name} ${status}`)
}
