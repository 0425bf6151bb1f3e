/** What the mails of this place say. */
import type { Mail } from './mail'

type Letter = Omit<Mail, 'to'>

const BYE = '\n\nPassage\n'

export const resetMail = (name: string, link: string): Letter => ({
  subject: 'A new password for Passage',
  text: `${name},

somebody asked for a new password for your account. This link sets one. It holds for an hour, and once:

${link}

Every browser that is signed in will be signed out. If it was not you who asked, do nothing: the password stays as it is.${BYE}`,
})

export const verifyMail = (name: string, link: string): Letter => ({
  subject: 'Is this your address?',
  text: `${name},

an account at Passage has this e-mail address. If it is yours, open this link within an hour to say so:

${link}

If it is not, do nothing.${BYE}`,
})

export const movedMail = (name: string, email: string): Letter => ({
  subject: 'Your account at Passage has another address',
  text: `${name},

your account at Passage was with this address until now. From now on it is ${email}, as somebody asked who knows the password.

If that was not you, write to whoever runs this place: they can hand you a link to set a new password.${BYE}`,
})

export const seatMail = (name: string, room: string, link: string, days: number): Letter => ({
  subject: `Your seat in ${room}`,
  text: `${name},

a seat is kept for you in the class “${room}” at Passage. This link opens it, once, within ${days} days:

${link}

You need no account for it. If you are not ${name}, do nothing.${BYE}`,
})
