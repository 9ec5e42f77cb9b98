/** Receipts to begin with, and how they are looked at. */
export interface Story {
  /** The number of the test in test/stories that tells the same; 0 for the first look. */
  readonly number: number
  readonly title: string
  readonly flow: 'otp' | 'alert' | 'notification'
  /** The instant as of which it is told; the last receipt's where it is left out. */
  readonly now: string
  readonly text: string
}

const DAY = '2026-11-21'

const story = (
  number: number,
  title: string,
  flow: Story['flow'],
  now: string,
  lines: readonly string[],
): Story => ({
  number,
  title,
  flow,
  now: now.includes('-') ? now : `${DAY}T${now}Z`,
  // A line begins with the time of that day, as a log's does.
  text: lines.map((line) => (/^\d\d:/.test(line) ? `${DAY} ${line}` : line)).join('\n'),
})

const event = (fields: Readonly<Record<string, unknown>>): string => JSON.stringify(fields)

const M1 = { messageId: 'm1', attemptId: 'a1' }
const part = (index: number, status: string) =>
  event({ status, provider: 'smsc', providerMessageId: 'x7', segment: { index, count: 2 } })

export const stories: readonly Story[] = [
  story(0, 'A first look: three messages in a log', 'otp', '08:58:00', [
    `08:47:00.120 INFO submitted ${event({ status: 'accepted', messageId: 'login-7', attemptId: '1', provider: 'twilio', providerMessageId: 'SM0a07', source: 'response' })}`,
    '08:47:02.310 INFO POST /twilio body=MessageSid=SM0a07&MessageStatus=undelivered&ErrorCode=30008',
    '08:47:04.870 INFO POST /twilio body=MessageSid=SM0a07&MessageStatus=delivered',
    '08:47:04.990 INFO POST /twilio body=MessageSid=SM0a07&MessageStatus=delivered',
    '08:47:05.200 INFO POST /twilio body=MessageSid=SM0a07&MessageStatus=sent',
    '08:50:00.400 INFO smpp deliver_sm id:7f3a0204 sub:001 dlvrd:000 submit date:2611210850 done date:2611210850 stat:ENROUTE err:000 text:',
    '08:50:01.000 WARN 502 from upstream <html><body>Bad Gateway</body></html>',
    '08:57:10.000 INFO smpp deliver_sm id:7f3a0204 sub:001 dlvrd:001 submit date:2611210850 done date:2611210857 stat:DELIVRD err:000 text:',
    '08:52:11.730 INFO GET /vonage?msisdn=15550100103&to=ACME&network-code=24801&messageId=0A00000001C0FFEE&price=0.03&status=failed&scts=2611210852&err-code=6&message-timestamp=2026-11-21+08%3A52%3A11',
  ]),
  story(1, 'A “sent” that comes after “delivered”', 'otp', '09:01:00', [
    '09:00:00 MessageSid=SM01&MessageStatus=queued',
    '09:00:04.210 MessageSid=SM01&MessageStatus=delivered',
    '09:00:04.380 MessageSid=SM01&MessageStatus=sent',
  ]),
  story(2, 'A receipt that overtakes our own “accepted”', 'otp', '09:01:00', [
    `09:00:00 ${event({ ...M1, status: 'pending', source: 'service' })}`,
    `09:00:01.200 ${event({ status: 'delivered', provider: 'mmg', providerMessageId: 'x7' })}`,
    `09:00:01.450 ${event({ ...M1, status: 'accepted', source: 'response', provider: 'mmg', providerMessageId: 'x7' })}`,
  ]),
  story(3, 'Old, and delivered all the same', 'notification', '2026-11-24T10:00:00Z', [
    `09:00:00 ${event({ status: 'sent', provider: 'firetext', providerMessageId: 'f1' })}`,
    `09:00:05 ${event({ status: 'delivered', provider: 'firetext', providerMessageId: 'f1' })}`,
  ]),
  story(4, 'Undelivered and delivered, both', 'alert', '09:01:00', [
    '09:00:03 MessageSid=SM01&MessageStatus=undelivered&ErrorCode=30008',
    '09:00:04 MessageSid=SM01&MessageStatus=delivered',
  ]),
  story(5, 'A poorer repeat that would erase the reason', 'otp', '09:01:00', [
    '09:00:03 MessageSid=SM01&MessageStatus=undelivered&ErrorCode=30003',
    '09:00:05 MessageSid=SM01&MessageStatus=undelivered',
  ]),
  story(6, 'A “sent” that comes second still tells when', 'otp', '09:01:00', [
    '09:00:04 MessageSid=SM01&MessageStatus=delivered',
    '09:00:05 MessageSid=SM01&MessageStatus=sent',
  ]),
  story(7, 'Half of a long text', 'notification', '09:01:00', [
    `09:00:00 ${part(1, 'sent')}`,
    `09:00:03 ${part(1, 'undelivered')}`,
    `09:00:04 ${part(2, 'delivered')}`,
  ]),
  story(8, 'One id in hex and in decimal, brought to one', 'alert', '09:01:00', [
    `09:00:01 ${event({ ...M1, status: 'accepted', provider: 'smpp', source: 'response', providerMessageId: '12345678' })}`,
    '09:00:04 id:12345678 sub:001 dlvrd:000 done date:2611210900 stat:UNDELIV err:27 text:',
  ]),
  story(9, 'A retry, and the first attempt’s receipt', 'otp', '09:01:30', [
    `09:00:00 ${event({ messageId: 'm1', attemptId: 'first', provider: 'acme', providerMessageId: 'A1', status: 'accepted' })}`,
    `09:00:40 ${event({ messageId: 'm1', attemptId: 'second', provider: 'acme', providerMessageId: 'B2', status: 'accepted' })}`,
    `09:00:42 ${event({ status: 'delivered', provider: 'acme', providerMessageId: 'A1' })}`,
  ]),
  story(10, 'Handed to the operator is not delivered', 'alert', '09:01:00', [
    `09:00:01 ${event({ status: 'sent', provider: 'infobip', providerMessageId: 'i1' })}`,
    `09:00:31 ${event({ status: 'undelivered', provider: 'infobip', providerMessageId: 'i1' })}`,
  ]),
  story(11, 'A word that nobody knows', 'otp', '09:00:20', [
    '09:00:01 MessageSid=SM01&MessageStatus=sent',
    '09:00:02 MessageSid=SM01&MessageStatus=rerouted',
  ]),
  story(12, 'A receipt before its message is stored', 'otp', '09:01:00', [
    `09:00:00.900 ${event({ status: 'delivered', provider: 'vonage', providerMessageId: 'v1' })}`,
    `09:00:01.100 ${event({ ...M1, status: 'accepted', source: 'response', provider: 'vonage', providerMessageId: 'v1' })}`,
  ]),
  story(13, 'A provider’s clock that is an hour ahead', 'otp', '09:01:00', [
    `09:00:02 ${event({ status: 'sent', occurredAt: `${DAY}T10:00:01Z`, provider: 'brevo', providerMessageId: 'b1' })}`,
    `09:00:05 ${event({ status: 'delivered', occurredAt: `${DAY}T09:00:04Z`, provider: 'brevo', providerMessageId: 'b1' })}`,
  ]),
  story(14, 'The same receipt, again and again', 'otp', '09:03:00', [
    '09:00:01 MessageSid=SM01&MessageStatus=sent',
    '09:00:05 MessageSid=SM01&MessageStatus=delivered',
    '09:00:20 MessageSid=SM01&MessageStatus=delivered',
    '09:02:00 MessageSid=SM01&MessageStatus=delivered',
  ]),
  story(15, 'Two webhooks at once', 'otp', '09:00:05', [
    `09:00:00 ${event({ status: 'accepted', provider: 'acme', providerMessageId: 'A1' })}`,
    `09:00:04.010 ${event({ status: 'sent', provider: 'acme', providerMessageId: 'A1' })}`,
    `09:00:04.012 ${event({ status: 'delivered', provider: 'acme', providerMessageId: 'A1' })}`,
  ]),
  story(16, 'A poll with an old answer', 'otp', '09:01:00', [
    '09:00:01 MessageSid=SM01&MessageStatus=sent',
    '09:00:31.400 MessageSid=SM01&MessageStatus=delivered',
    `09:00:31.900 ${event({ sid: 'SM01', status: 'sent', direction: 'outbound-api', date_updated: 'Sat, 21 Nov 2026 09:00:01 +0000' })}`,
  ]),
  story(17, 'A code that arrives after it died', 'otp', '09:10:00', [
    '09:00:00 MessageSid=SM01&MessageStatus=queued',
    '09:00:02 MessageSid=SM01&MessageStatus=sent',
    '09:07:03 MessageSid=SM01&MessageStatus=delivered',
  ]),
]
