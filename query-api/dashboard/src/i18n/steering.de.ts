import type { Messages } from './en'
import { counted } from './plural'

const locale = 'de'

export const steeringDe: Pick<Messages, 'campaigns' | 'campaign' | 'mailboxes' | 'followUps' | 'alerts'> = {
  campaigns: {
    title: 'Kampagnen',
    sentence: (n, replied) =>
      `${counted(locale, n, 'Kampagne', 'Kampagnen')} mit Versand in diesem Zeitraum, ${counted(locale, replied, 'davon hat', 'davon haben')} positive Antworten.`,
    none: 'Noch hat keine Kampagne etwas versandt.',
    noneHere: 'In diesem Zeitraum hat keine Kampagne etwas versandt.',
    noneNext: 'Kampagnen erscheinen hier mit ihrer ersten E-Mail. Ein größerer Zeitraum zeigt auch ältere.',
    name: 'Kampagne',
    contacted: 'Angeschrieben',
    replies: 'Antworten',
    positive: 'Positive Antworten',
    bounces: 'Unzustellbar',
    opens: 'Geöffnet, wahrscheinlich von Menschen',
    meetings: 'Termine',
    sortBy: (column) => `Nach ${column} sortieren`,
    axis: (percent) => `Der Balken endet bei ${percent}`,
    alerts: (n) => counted(locale, n, 'Warnung', 'Warnungen'),
  },
  campaign: {
    back: 'Kampagnen',
    sentence: (contacted, positive, rate) =>
      `${counted(locale, positive, 'positive Antwort', 'positive Antworten')} von ${counted(locale, contacted, 'angeschriebenen Lead', 'angeschriebenen Leads')} (${rate}).`,
    silent: 'In diesem Zeitraum wurde nichts versandt.',
    funnel: 'Vom ersten Kontakt zum Termin',
    funnelOf: 'der Angeschriebenen',
    sent: 'E-Mails versandt',
    steps: 'Schritte und Varianten',
    step: 'Schritt',
    variant: 'Variante',
    tests: 'Welche Variante ist besser?',
    byReplies: 'nach positiven Antworten',
    byAllReplies: 'nach allen Antworten',
    best: (percent) => `zu ${percent} die beste`,
    verdicts: {
      winner: (leader) => `${leader} gewinnt. Frühes Nachsehen hat das nicht geschwächt.`,
      leading: (leader) => `${leader} liegt vorn, bewiesen ist es noch nicht. Alle weiterlaufen lassen.`,
      no_difference: 'Die Varianten unterscheiden sich weniger, als es darauf ankäme.',
      not_enough_data: (missing) => `Zu früh: Es fehlen etwa ${missing} Leads je Variante.`,
      vetoed: (leader) => `${leader} bekommt mehr Antworten, aber auch mehr Abmeldungen oder Unzustellbares.`,
    },
    days: (n) => `Beim heutigen Tempo dauert das ${counted(locale, n, 'Tag', 'Tage')}.`,
    stepHead: (step) => `Schritt ${step}`,
    variantName: (letter) => `Variante ${letter}`,
    overTime: 'Antworten nach Tag des ersten Kontakts',
    overTimeText: (days, low, high) =>
      `${counted(locale, days, 'Tag', 'Tage')}; die Antwortquote lag zwischen ${low} und ${high}. Hohle Punkte sind Tage mit wenigen Leads.`,
    overTimeFew: 'Zu wenige Leads am Tag für eine Quote; die Balken zeigen, wie viele angeschrieben wurden.',
    band: 'Band: wo die wahre Quote wahrscheinlich liegt',
    asTable: 'Als Tabelle zeigen',
    asChart: 'Als Bild zeigen',
    day: 'Tag',
    unknown: 'Diese Kampagne gibt es nicht.',
    unknownNext: 'Sie erscheint hier mit ihrem ersten Ereignis.',
  },
  mailboxes: {
    title: 'Postfächer',
    sentence: (n, troubled) =>
      troubled === 0
        ? `${counted(locale, n, 'Postfach', 'Postfächer')}, keines mit Problemen.`
        : `${counted(locale, troubled, 'Postfach braucht', 'Postfächer brauchen')} Aufmerksamkeit, von ${n}.`,
    none: 'Noch hat kein Postfach etwas versandt.',
    noneNext: 'Postfächer erscheinen hier mit ihrer ersten E-Mail.',
    mailbox: 'Postfach',
    state: 'Zustand',
    states: { good: 'Gut', watch: 'Beobachten', bad: 'In Schwierigkeiten', unknown: 'Wenig Daten' },
    today: 'Heute versandt',
    limit: (sent, limit) => `${sent} von ${limit}`,
    noLimit: 'Grenze unbekannt',
    health: 'Gesundheit',
    share: (percent) => `${percent} der Grenze senden`,
    warmup: 'Aufwärmen',
  },
  followUps: {
    title: 'Heute nachfassen',
    reasons: {
      opened: 'hat Ihre letzte E-Mail geöffnet und nicht geantwortet',
      clicked: 'hat einen Link angeklickt und nicht geantwortet',
      out_of_office: 'ist wieder im Büro',
    },
    text: 'Vorgeschlagener Text',
    done: 'Erledigt',
    dismiss: 'Verwerfen',
    doneFor: (lead) => `Erledigt: ${lead}`,
    dismissFor: (lead) => `Verwerfen: ${lead}`,
    failed: 'Das wurde nicht übernommen. Versuchen Sie es noch einmal.',
  },
  alerts: {
    title: 'Offene Warnungen',
    none: 'Keine offenen Warnungen.',
    levels: { warning: 'Warnung', critical: 'Kritisch' },
    todo: 'Was zu tun ist',
    acknowledge: 'Ich kümmere mich',
    acknowledged: 'Jemand kümmert sich',
    mute: (hours) => `${hours} Std. stumm`,
    muted: 'Stumm',
  },
}
