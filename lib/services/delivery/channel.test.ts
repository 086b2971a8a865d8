import { expect, test } from 'vitest'
import { channelsOf, chooseChannel } from './channel.ts'

test('an inbox here is chosen when the party has claimed it', () => {
  expect(
    chooseChannel({ canReceive: true, channels: ['peppol', 'inbox'], recipientCompanyId: 'c1' }),
  ).toEqual({
    ok: true,
    value: { channel: 'inbox', recipientCompanyId: 'c1' },
  })
})

test('whoever has claimed the party has an inbox, whatever the directory had recorded', () => {
  for (const channels of [[], ['peppol'], ['email']] as const) {
    expect(chooseChannel({ canReceive: true, channels, recipientCompanyId: 'c1' })).toMatchObject({
      ok: true,
    })
    expect(channelsOf({ channels, recipientCompanyId: 'c1' })[0]).toBe('inbox')
  }
  expect(channelsOf({ channels: ['peppol'], recipientCompanyId: null })).toEqual(['peppol'])
})

test('a party with only a Peppol id, an e-mail address or an unclaimed inbox waits for its channel', () => {
  for (const channels of [['peppol'], ['email'], ['inbox']] as const) {
    expect(chooseChannel({ canReceive: true, channels, recipientCompanyId: null })).toMatchObject({
      code: 'channel-missing',
    })
  }
})

test('a party that cannot receive is told apart from one whose channel is missing', () => {
  expect(chooseChannel({ canReceive: false, channels: ['inbox'], recipientCompanyId: 'c1' })).toMatchObject({
    code: 'cannot-receive',
  })
  expect(chooseChannel({ canReceive: true, channels: [], recipientCompanyId: null })).toMatchObject({
    code: 'cannot-receive',
  })
})
