import type { Phrases, ReceiptName, Say } from 'sms-delivery-state/explain'

const UNVERÄNDERT = 'der Status bleibt, wie er war'
const AUFGEHOBEN = 'als Beleg aufgehoben'
const STILLE = 'kein endgültiger Status bis zum Ablauf der Frist'

const nachStart = (ms: number, dauer: string): string =>
  ms > 0 ? `${dauer} nach dem Start` : ms < 0 ? 'vor dem Start' : 'zum Start'

const versuch = (id: string | undefined, say: Say): string =>
  id === undefined ? '' : `Versuch ${say.attempt(id)}: `

const beleg = ({ status, attemptId, segment }: ReceiptName, say: Say): string =>
  `die Meldung „${say.status(status)}“${attemptId === undefined ? '' : ` zu Versuch ${say.attempt(attemptId)}`}${segment === undefined ? '' : ` für Teil ${segment}`}`

function fortschritt(geliefert: number | undefined, teile = 0): string {
  if (geliefert === undefined) return ''
  if (teile === 0) return ', von wie vielen Teilen, ist nicht bekannt'
  return geliefert === teile
    ? `, jetzt für alle ${teile} Teile`
    : `, bisher ${geliefert} von ${teile} Teilen`
}

/** Everything that the English table says, in German, as a user would hand it in. */
export const german: Phrases = {
  language: 'de',
  sentence: (phrase) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`,
  statuses: {
    pending: 'offen',
    accepted: 'angenommen',
    queued: 'wartend',
    sent: 'gesendet',
    unknown: 'unbekannt',
    expired: 'abgelaufen',
    failed: 'abgelehnt',
    undelivered: 'unzustellbar',
    delivered: 'zugestellt',
  },
  verdicts: {
    duplicate: 'doppelt',
    partial: 'teilweise',
    late: 'verspätet',
    advanced: 'neu',
    stale: 'überholt',
  },
  actions: {
    wait: 'warten',
    'offer-resend': 'Wiederholung anbieten',
    poll: 'nachfragen',
    resend: 'wiederholen',
    'other-channel': 'anderer Kanal',
    fix: 'korrigieren',
    hold: 'ruhen lassen',
    escalate: 'melden',
    stop: 'beenden',
    done: 'erledigt',
  },
  sources: { clock: 'Uhr', service: 'wir', user: 'Nutzer', manual: 'von Hand', provider: '—' },
  units: { ms: 'ms', s: 's', min: 'Min.', h: 'Std.', d: 'T.', ages: 'ewig' },
  labels: {
    shown: 'Angezeigt',
    why: 'Warum',
    attempts: 'Versuche',
    next: 'Weiter',
    time: 'Zeit',
    after: 'Nach',
    attempt: 'Versuch',
    status: 'Stand',
    source: 'Quelle',
    verdict: 'Wirkung',
    note: 'Bedeutung',
    title: 'Die Geschichte einer SMS',
    window: 'Fenster',
    deadline: 'Frist',
    now: 'jetzt',
    noEvents: 'keine Ereignisse',
    noTimes: 'keine Zeiten',
    noTime: 'ohne Zeit',
    beyondCalendar: 'jenseits des Kalenders',
  },
  claims: {
    pending: 'übergeben; noch hat niemand geantwortet',
    accepted: 'die Plattform hat sie angenommen',
    queued: 'wartet in einer Schlange',
    sent: 'zur Zustellung weitergegeben',
    unknown: 'diese Meldung weiß nicht, was daraus wurde',
    expired: 'die Zeit für die Zustellung ist abgelaufen',
    failed: 'vor dem Netz abgelehnt',
    undelivered: 'ein Netz meldet, dass nicht zugestellt wurde',
    delivered: 'die Zustellung wurde gemeldet',
  },
  stale: {
    pending: UNVERÄNDERT,
    accepted: 'ergänzt, wann sie angenommen wurde',
    queued: 'ergänzt, wann sie eingereiht wurde',
    sent: 'ergänzt, wann sie gesendet wurde',
    unknown: UNVERÄNDERT,
    expired: `${UNVERÄNDERT}; ${AUFGEHOBEN}`,
    failed: `${UNVERÄNDERT}; ${AUFGEHOBEN}`,
    undelivered: `${UNVERÄNDERT}; ${AUFGEHOBEN}`,
    delivered: 'sagt, was schon bekannt ist',
  },
  meanings: {
    pending: 'noch kam keine Antwort',
    accepted: 'die Plattform hat sie; ob sie abging, ist damit nicht bewiesen',
    queued: 'die Plattform hat sie, und sie ist noch nicht an der Reihe',
    sent: 'sie wurde weitergegeben; ob sie ankam, ist damit nicht bewiesen',
    unknown: 'es ist nicht sicher, was daraus wurde; vielleicht kam sie an',
    expired: 'die Zustellung wurde nicht rechtzeitig bestätigt; vielleicht kam sie doch an',
    failed: 'laut einer Meldung wurde sie vor dem Netz abgelehnt',
    undelivered: 'ein Netz meldet, dass sie nicht zugestellt werden konnte',
    delivered:
      'die Zustellung wurde gemeldet; ob ein Mensch hingesehen hat, ist damit nicht bewiesen',
    'late-failure': 'keine Meldung kam rechtzeitig; eine spätere sagt, dass nicht zugestellt wurde',
    read: 'die Zustellung wurde gemeldet, und laut Kanal wurde sie geöffnet',
    proved: 'sie kam an, wie die eigene Handlung des Nutzers beweist',
  },
  confirmations: {
    platform: '(von der Plattform)',
    carrier: '(vom Netz)',
    handset: '(vom Telefon)',
    user: '(durch die eigene Handlung des Nutzers)',
  },
  failures: {
    'invalid-destination': 'die Nummer ist ungültig',
    unreachable: 'das Telefon war nicht erreichbar',
    'landline-unsupported': 'die Nummer kann keine SMS empfangen',
    'content-blocked': 'der Inhalt wurde gesperrt',
    'opted-out': 'der Empfänger hat widersprochen',
    'carrier-rejected': 'das Netz hat sie abgelehnt',
    network: 'ein Fehler im Netz',
    expired: 'die Zeit für die Zustellung ist abgelaufen',
    throttled: 'zu viel auf einmal gesendet',
    account: 'das Konto darf das nicht senden',
    'sender-unregistered': 'der Absender ist nicht registriert',
    canceled: 'zurückgezogen',
    unknown: 'kein Grund, den wir kennen',
  },
  advice: {
    wait: 'neutral warten und nichts behaupten',
    'offer-resend': 'den Nutzer eine neue anfordern lassen; nie von selbst',
    poll: 'den Anbieter fragen und die Antwort einspeisen',
    resend: 'denselben Inhalt nach einer Pause noch einmal senden',
    'other-channel': 'Sprache, Mail oder Push verwenden',
    fix: 'zuerst Inhalt, Absender oder Konto korrigieren',
    hold: 'nichts von selbst tun; die Belege aufheben',
    escalate: 'einem Menschen sagen, dass sie vielleicht nicht ankam',
    stop: 'hier enden; diese Nummer nicht wieder anschreiben',
    done: 'nichts mehr zu tun',
  },
  notes: {
    claim: ({ delivered, segments, ...claim }, say) =>
      say.claim(claim) + fortschritt(delivered, segments),
    repeat: ({ ago, claim }, say) =>
      `schon gesagt${ago === undefined ? '' : ago > 0 ? `, ${say.duration(ago)} zuvor` : ', im selben Augenblick'}${claim ? `: ${say.claim(claim)}` : ''}`,
    stale: ({ status, failure }, say) => say.stale(status) + say.because(failure),
    kept: ({ failure }, say) => AUFGEHOBEN + say.because(failure),
    'after-deadline': ({ duration }, say) => `${say.duration(duration)} nach der Frist`,
    'whole-unchanged': () => 'das Ganze bleibt, wie es war',
    shows: ({ status }, say) => `angezeigt: ${say.status(status)}`,
    'clock-ahead': ({ duration }, say) =>
      `die Uhr des Anbieters geht um ${say.duration(duration)} vor`,
    'out-of-order': ({ occurredAt }, say) =>
      `es geschah vor dem, was oben steht${occurredAt === undefined ? '' : `, um ${say.time(occurredAt)}`}`,
    'happened-at': ({ occurredAt }, say) => `es geschah um ${say.time(occurredAt)}`,
    contradicts: ({ statuses }, say) =>
      `widerspricht dem, was oben steht: ${statuses.map(say.status).join(', ')}`,
    scheduled: ({ scheduledFor }, say) => `geht erst um ${say.time(scheduledFor)} ab`,
    'no-receipts-expected': () => 'nach „gesendet“ wird keine Meldung erwartet',
    read: () => 'laut Kanal wurde sie geöffnet',
    silence: () => STILLE,
    'nothing-known': () => 'noch ist nichts bekannt',
    reported: ({ attemptId, sinceStart, failure }, say) =>
      `${versuch(attemptId, say)}gemeldet${sinceStart === undefined ? ', ohne jede Zeit' : ` ${nachStart(sinceStart, say.duration(sinceStart))}`}${say.because(failure)}`,
    silent: ({ attemptId, sinceStart }, say) =>
      `${versuch(attemptId, say)}${STILLE}, ${nachStart(sinceStart, say.duration(sinceStart))}`,
    'reason-from': ({ at, failure, ...receipt }, say) =>
      `den Grund nannte ${beleg(receipt, say)}${at === undefined ? '' : ` um ${say.time(at)}`}${say.because(failure)}`,
    permanent: () => 'laut Anbieter ist ein neuer Versuch zwecklos',
    slow: ({ duration }, say) => `langsam: kein endgültiger Status nach ${say.duration(duration)}`,
    'shown-at-deadline': ({ deadline, status }, say) =>
      `das Fenster endet um ${say.time(deadline)}; kommt nichts mehr, heißt es dann „${say.status(status)}“`,
    'still-counts': ({ attemptIds }, say) =>
      `eine Zustellung${attemptIds ? ` von Versuch ${attemptIds.map(say.attempt).join(' oder ')}` : ''} würde noch zählen`,
    'too-late': ({ duration, ...receipt }, say) =>
      `${beleg(receipt, say)} kam ${say.duration(duration)} nach der Frist: zu spät, um etwas zu ändern; ${AUFGEHOBEN}`,
    'partly-delivered': () => 'die Zustellung eines Teils wurde gemeldet',
    'conflicting-receipts': () =>
      'Meldungen widersprechen einander; die Zustellung wiegt mehr, außer sie kam zu spät',
    'second-copy': () => 'es kann eine zweite auf dem Telefon ankommen',
    'no-copy': () => 'nach allen Meldungen ist noch keine auf dem Telefon',
    'attempts-used': ({ action }, say) =>
      `kein weiterer Versuch ist erlaubt; sonst hieße es „${say.action(action)}“`,
    held: () =>
      'eine Zustellung wurde gemeldet, zu spät oder nur zum Teil: was jetzt abgeht, kommt vielleicht zweimal an',
    'look-again': ({ reviewAt }, say) => `wieder nachsehen um ${say.time(reviewAt)}`,
  },
  segment: (segment, segments) =>
    `Teil ${segment}${segments === undefined ? '' : ` von ${segments}`}: `,
  status: ({ status, since, settled }) =>
    `${status}${since === undefined ? '' : ` seit ${since}`}${settled ? ', endgültig' : ''}`,
  policy: ({ policy, now }) => `nach ${policy}, Stand ${now}`,
  step: ({ action, advice }) => `${action}: ${advice}.`,
  isShown: 'dieser wird angezeigt',
  leftOut: (lines) => `${lines} Zeilen sind hier weggelassen`,
}
