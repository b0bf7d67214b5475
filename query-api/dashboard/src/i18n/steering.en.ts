import { counted } from './plural'

const locale = 'en'

/** The words of the screens that steer sending. */
export const steeringEn = {
  campaigns: {
    title: 'Campaigns',
    sentence: (n: number, replied: number) =>
      `${counted(locale, n, 'campaign', 'campaigns')} with mail in this range, ${counted(locale, replied, 'of them has', 'of them have')} positive replies.`,
    none: 'No campaign has sent anything yet.',
    noneHere: 'No campaign sent anything in this range.',
    noneNext: 'Campaigns appear here with their first e-mail. Widen the range to see older ones.',
    name: 'Campaign',
    contacted: 'Contacted',
    replies: 'Replies',
    positive: 'Positive replies',
    bounces: 'Could not be delivered',
    opens: 'Opened, likely by a person',
    meetings: 'Meetings',
    sortBy: (column: string) => `Sort by ${column}`,
    axis: (percent: string) => `The bar ends at ${percent}`,
    alerts: (n: number) => counted(locale, n, 'alert', 'alerts'),
  },
  campaign: {
    back: 'Campaigns',
    sentence: (contacted: number, positive: number, rate: string) =>
      `${counted(locale, positive, 'positive reply', 'positive replies')} from ${counted(locale, contacted, 'lead', 'leads')} contacted (${rate}).`,
    silent: 'Nothing was sent in this range.',
    funnel: 'From first contact to meeting',
    funnelOf: 'of contacted',
    sent: 'E-mails sent',
    steps: 'Steps and variants',
    step: 'Step',
    variant: 'Variant',
    tests: 'Which variant is better?',
    byReplies: 'by positive replies',
    byAllReplies: 'by all replies',
    best: (percent: string) => `${percent} likely best`,
    verdicts: {
      winner: (leader: string) => `${leader} wins. Looking early did not weaken this.`,
      leading: (leader: string) => `${leader} is ahead, but that is not proven yet. Keep all running.`,
      no_difference: 'The variants differ by less than matters.',
      not_enough_data: (missing: string) => `Too early: about ${missing} more leads per variant are needed.`,
      vetoed: (leader: string) => `${leader} gets more replies, but also more complaints or bounces.`,
    },
    days: (n: number) => `At today’s speed that takes ${counted(locale, n, 'day', 'days')}.`,
    stepHead: (step: number) => `Step ${step}`,
    variantName: (letter: string) => `Variant ${letter}`,
    overTime: 'Replies by day of first contact',
    overTimeText: (days: number, low: string, high: string) =>
      `${counted(locale, days, 'day', 'days')}; the reply rate lay between ${low} and ${high}. Hollow points are days with few leads.`,
    overTimeFew: 'Too few leads a day for a rate; the bars show how many were contacted.',
    band: 'band: where the true rate likely lies',
    asTable: 'Show as table',
    asChart: 'Show as chart',
    day: 'Day',
    unknown: 'There is no such campaign.',
    unknownNext: 'It appears here with its first event.',
  },
  mailboxes: {
    title: 'Mailboxes',
    sentence: (n: number, troubled: number) =>
      troubled === 0
        ? `${counted(locale, n, 'mailbox', 'mailboxes')}, none of them in trouble.`
        : `${counted(locale, troubled, 'mailbox needs', 'mailboxes need')} attention, of ${n}.`,
    none: 'No mailbox has sent anything yet.',
    noneNext: 'Mailboxes appear here with their first e-mail.',
    mailbox: 'Mailbox',
    state: 'State',
    states: { good: 'Good', watch: 'Watch', bad: 'In trouble', unknown: 'Few data' },
    today: 'Sent today',
    limit: (sent: string, limit: string) => `${sent} of ${limit}`,
    noLimit: 'limit unknown',
    health: 'Health',
    share: (percent: string) => `send ${percent} of the limit`,
    warmup: 'Warm-up',
  },
  followUps: {
    title: 'Follow up today',
    reasons: {
      opened: 'opened your last e-mail and did not reply',
      clicked: 'clicked a link and did not reply',
      out_of_office: 'is back in the office',
    },
    text: 'Suggested text',
    done: 'Done',
    dismiss: 'Dismiss',
    doneFor: (lead: string) => `Done: ${lead}`,
    dismissFor: (lead: string) => `Dismiss: ${lead}`,
    failed: 'That was not taken. Try again.',
  },
  alerts: {
    title: 'Open alerts',
    none: 'No open alerts.',
    levels: { warning: 'Warning', critical: 'Critical' },
    todo: 'What to do',
    acknowledge: 'I take care of it',
    acknowledged: 'Somebody takes care of it',
    mute: (hours: number) => `Mute for ${hours} h`,
    muted: 'Muted',
  },
} as const
