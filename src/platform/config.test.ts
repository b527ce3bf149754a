import { expect, test } from 'vitest'
import { type ConfigError, readConfig } from './config.ts'

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as ConfigError).faults
  }
}

test('a store of files is named whole, or each variable that is missing is', () => {
  expect(readConfig({}).s3).toBeNull()
  expect(faultsOf({ S3_ENDPOINT: 'https://s3.example.org', S3_BUCKET: 'files' })).toEqual([
    'S3_ACCESS_KEY_ID must be set when S3_ENDPOINT is.',
    'S3_SECRET_ACCESS_KEY must be set when S3_ENDPOINT is.',
  ])
  expect(faultsOf({ S3_ENDPOINT: 's3.example.org' })).toEqual(['S3_ENDPOINT must be an address beginning with https:// or http://.'])
  const whole = { S3_ENDPOINT: 'https://s3.example.org/', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b', S3_PATH_STYLE: '0' }
  expect(readConfig(whole).s3).toEqual({
    endpoint: 'https://s3.example.org',
    bucket: 'files',
    region: 'auto',
    accessKey: 'a',
    secretKey: 'b',
    pathStyle: false,
  })
})
