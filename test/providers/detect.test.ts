import { describe, expect, it } from 'vitest'
import { detect, providers } from '../../src/providers/index.ts'
import { examplesOf, namesOfExamples } from './receipts.ts'

/** Whose the examples of a file are, where it does not have a provider's name. */
const OWNERS: Readonly<Record<string, string>> = {
  aws_eum_sms: 'aws',
  aws_pinpoint: 'aws',
  aws_sns_sms: 'aws',
  azure_acs: 'azure',
  bird_api: 'bird',
  bird_channels: 'bird',
  infobip_smpp: 'infobip',
  jasmin_http: 'jasmin',
  messente_omnichannel: 'messente',
  messente_sms: 'messente',
  sinch_conversation: 'sinch',
  sinch_sms: 'sinch',
  vonage_messages: 'vonage',
  vonage_sms: 'vonage',
}

const ownerOf = (file: string) => OWNERS[file] ?? file
const isOurs = (file: string) => Object.hasOwn(providers, ownerOf(file))
const receiptsOf = (file: string) =>
  examplesOf(file).flatMap(({ name, payload, raw }) =>
    [payload, raw].flatMap((each) => (each ? [[name, each] as const] : [])),
  )

describe('detect', () => {
  it('has examples of every provider', () => {
    const owners = new Set(namesOfExamples.map(ownerOf))
    expect(Object.keys(providers).filter((name) => !owners.has(name))).toEqual([])
  })

  it.each(namesOfExamples.filter(isOurs))('knows whose %s is', (file) => {
    const answers = receiptsOf(file).map(([name, receipt]) => [name, detect(receipt)?.name])
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter(([, name]) => name !== ownerOf(file))).toEqual([])
  })

  it.each(namesOfExamples.filter((file) => !isOurs(file)))(
    'claims nothing of %s, which is nobody’s here',
    (file) => {
      expect(
        receiptsOf(file).flatMap(([name, receipt]) => (detect(receipt) ? [name] : [])),
      ).toEqual([])
    },
  )
})
