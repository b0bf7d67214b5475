/** The drawings in use, as text, so that each build carries these and no other of the set. */
import activity from 'lucide-static/icons/activity.svg?raw'
import ban from 'lucide-static/icons/ban.svg?raw'
import bot from 'lucide-static/icons/bot.svg?raw'
import calendarCheck from 'lucide-static/icons/calendar-check.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleDot from 'lucide-static/icons/circle-dot.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import coins from 'lucide-static/icons/coins.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import filter from 'lucide-static/icons/list-filter.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import flame from 'lucide-static/icons/flame.svg?raw'
import help from 'lucide-static/icons/circle-question-mark.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import mailOpen from 'lucide-static/icons/mail-open.svg?raw'
import mailX from 'lucide-static/icons/mail-x.svg?raw'
import monitor from 'lucide-static/icons/monitor.svg?raw'
import more from 'lucide-static/icons/ellipsis.svg?raw'
import moon from 'lucide-static/icons/moon.svg?raw'
import palm from 'lucide-static/icons/palmtree.svg?raw'
import pause from 'lucide-static/icons/pause.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import pointer from 'lucide-static/icons/mouse-pointer-click.svg?raw'
import radio from 'lucide-static/icons/radio.svg?raw'
import refresh from 'lucide-static/icons/refresh-cw.svg?raw'
import reply from 'lucide-static/icons/reply.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import signOut from 'lucide-static/icons/log-out.svg?raw'
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import tag from 'lucide-static/icons/tag.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import thumbsDown from 'lucide-static/icons/thumbs-down.svg?raw'
import thumbsUp from 'lucide-static/icons/thumbs-up.svg?raw'
import undo from 'lucide-static/icons/undo-2.svg?raw'
import userX from 'lucide-static/icons/user-x.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import warning from 'lucide-static/icons/triangle-alert.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'

const files = {
  activity, ban, bot, calendarCheck, check, chevronLeft, circleCheck, circleDot, clock, coins, copy, externalLink, eye, filter, flag, flame, help,
  inbox, info, lock, mail, mailOpen, mailX, monitor, moon, more, palm, pause, play, pointer, radio, refresh, reply, search,
  send, settings, signOut, sliders, sun, tag, thumbsDown, thumbsUp, trash, undo, userX, users, warning, wifiOff,
}

export type IconName = keyof typeof files

/** What stands between the svg tags. */
function drawing(file: string): string {
  return file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>')).trim()
}

export const drawings = Object.fromEntries(
  Object.entries(files).map(([name, file]) => [name, drawing(file)]),
) as Readonly<Record<IconName, string>>

const eventIcons: Readonly<Record<string, IconName>> = {
  email_sent: 'send',
  email_opened: 'mailOpen',
  email_clicked: 'pointer',
  reply_received: 'reply',
  auto_reply_received: 'bot',
  email_bounced: 'mailX',
  email_unsubscribed: 'ban',
  email_spam_report: 'warning',
  lead_interested: 'thumbsUp',
  lead_not_interested: 'thumbsDown',
  lead_meeting_booked: 'calendarCheck',
  lead_meeting_completed: 'calendarCheck',
  lead_no_show: 'userX',
  lead_out_of_office: 'palm',
  lead_wrong_person: 'userX',
  lead_error: 'warning',
  account_error: 'warning',
  account_suspended: 'ban',
  custom: 'tag',
  hot: 'flame',
}

export function eventIcon(type: string): IconName {
  return eventIcons[type] ?? (type.startsWith('campaign_') ? 'flag' : 'circleDot')
}

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'info' | 'hot'

const statusLooks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  replied: ['reply', 'plain'],
  engaged: ['activity', 'plain'],
  contacted: ['send', 'plain'],
  interested: ['thumbsUp', 'good'],
  meeting_booked: ['calendarCheck', 'good'],
  meeting_completed: ['calendarCheck', 'good'],
  won: ['circleCheck', 'good'],
  lost: ['thumbsDown', 'plain'],
  not_interested: ['thumbsDown', 'plain'],
  wrong_person: ['userX', 'plain'],
  out_of_office: ['palm', 'info'],
  no_show: ['userX', 'warn'],
  unsubscribed: ['ban', 'bad'],
  bounced: ['mailX', 'bad'],
}

export function statusLook(status: string): readonly [IconName, Tone] {
  return statusLooks[status] ?? ['circleDot', 'plain']
}

const standingLooks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  active: ['play', 'good'],
  running_subsequences: ['play', 'good'],
  paused: ['pause', 'warn'],
  draft: ['circleDot', 'plain'],
  completed: ['check', 'plain'],
  maintenance: ['clock', 'info'],
  bounce_protect: ['ban', 'bad'],
  accounts_unhealthy: ['ban', 'bad'],
  account_suspended: ['ban', 'bad'],
  connection_error: ['ban', 'bad'],
  soft_bounce_error: ['ban', 'bad'],
  sending_error: ['ban', 'bad'],
}

/** How a campaign or a mailbox stands at Instantly; null while that is not known. */
export function standingLook(status: string | null): readonly [IconName, Tone] {
  return standingLooks[status ?? ''] ?? ['circleDot', 'plain']
}

const categoryLooks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  interested: ['thumbsUp', 'good'],
  meeting_request: ['calendarCheck', 'good'],
  question: ['help', 'info'],
  not_interested: ['thumbsDown', 'plain'],
  unsubscribe: ['ban', 'bad'],
  out_of_office: ['palm', 'info'],
  wrong_person: ['userX', 'plain'],
}

export function categoryLook(category: string): readonly [IconName, Tone] {
  return categoryLooks[category] ?? ['tag', 'plain']
}
