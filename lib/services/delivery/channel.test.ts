import { expect, test } from 'vitest'
import { channelsOf, chooseChannel } from './channel.ts'

const alone = { accessPoint: null }
const connected = {
  accessPoint: { submit: () => Promise.reject(new Error()), status: () => Promise.reject(new Error()) },
}

test('an inbox here is chosen when the party has claimed it', () => {
  expect(
    chooseChannel(
      { canReceive: true, channels: ['peppol', 'inbox'], recipientCompanyId: 'c1', contactEmail: null },
      alone,
    ),
  ).toEqual({
    ok: true,
    value: { channel: 'inbox', recipientCompanyId: 'c1', recipientEmail: null },
  })
})

test('whoever has claimed the party has an inbox, whatever the directory had recorded', () => {
  for (const channels of [[], ['peppol'], ['email']] as const) {
    expect(
      chooseChannel({ canReceive: true, channels, recipientCompanyId: 'c1', contactEmail: null }, alone),
    ).toMatchObject({
      ok: true,
    })
    expect(channelsOf({ channels, recipientCompanyId: 'c1' })[0]).toBe('inbox')
  }
  expect(channelsOf({ channels: ['peppol'], recipientCompanyId: null })).toEqual(['peppol'])
})

test('a party with only a Peppol id, an unclaimed inbox or e-mail without an address waits for its channel', () => {
  for (const channels of [['peppol'], ['email'], ['inbox']] as const) {
    expect(
      chooseChannel({ canReceive: true, channels, recipientCompanyId: null, contactEmail: null }, alone),
    ).toMatchObject({
      code: 'channel-missing',
    })
  }
})

test('a party that cannot receive is told apart from one whose channel is missing', () => {
  expect(
    chooseChannel(
      { canReceive: false, channels: ['inbox'], recipientCompanyId: 'c1', contactEmail: null },
      alone,
    ),
  ).toMatchObject({
    code: 'cannot-receive',
  })
  expect(
    chooseChannel({ canReceive: true, channels: [], recipientCompanyId: null, contactEmail: null }, alone),
  ).toMatchObject({
    code: 'cannot-receive',
  })
})

test('a party with a Peppol id is reached by the access point where one is connected, unless it has an inbox here', () => {
  const party = {
    canReceive: true,
    channels: ['peppol', 'email'],
    recipientCompanyId: null,
    contactEmail: 'a@b.example',
  } as const
  expect(chooseChannel(party, connected)).toMatchObject({ ok: true, value: { channel: 'access-point' } })
  const claimed = { ...party, recipientCompanyId: 'c1' }
  expect(chooseChannel(claimed, connected)).toMatchObject({ ok: true, value: { channel: 'inbox' } })
})

test('a letter goes to the directory’s address where the party takes letters and there is no better way', () => {
  const party = {
    canReceive: true,
    channels: ['peppol', 'email'],
    recipientCompanyId: null,
    contactEmail: 'a@b.example',
  } as const
  const letter = { channel: 'email', recipientCompanyId: null, recipientEmail: 'a@b.example' }
  expect(chooseChannel(party, alone)).toEqual({ ok: true, value: letter })
  expect(chooseChannel({ ...party, channels: ['email'] }, connected)).toEqual({ ok: true, value: letter })
  // An address that was recorded for something else is not one to send invoices to.
  expect(chooseChannel({ ...party, channels: ['peppol'] }, alone)).toMatchObject({ code: 'channel-missing' })
})
