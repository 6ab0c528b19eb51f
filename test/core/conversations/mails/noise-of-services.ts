import type { MailText } from './mail-text.ts';

/** What services and shops tell everybody they have an address of. */
export const noiseOfServices: readonly MailText[] = [
  {
    name: 'a receipt of a service',
    subject: 'Your receipt from Cloudlane #2041-8821',
    text: `Receipt from Cloudlane Inc.
Amount paid: $29.00
Date paid: Mar 3, 2026
Payment method: Visa - 4242

Summary
Team plan, Mar 3 - Apr 3, 2026    $29.00
Total                             $29.00

If you have any questions, contact us at billing@cloudlane.example.`,
  },
  {
    name: 'another shop’s order confirmation',
    subject: 'Order confirmation 100-2231',
    text: `Dear customer,

thank you for your order! We will let you know as soon as your items are on their way.

Order number: 100-2231
2 x Box of printing paper   18.00
Shipping                     4.90
Total                       22.90

Your Paper Point team
This is an automatically generated message, please do not reply.`,
  },
  {
    name: 'an invitation of a calendar',
    subject: 'Invitation: Q2 review @ Thu 12 Mar 2026 14:00',
    text: `You have been invited to the following event.

Q2 review
When: Thu 12 Mar 2026 14:00 - 15:00
Where: Room 4
Who: lena@firm.example (organizer), tom@firm.example, shop@north.example

Going? Yes - Maybe - No`,
  },
  {
    name: 'a social network’s notice',
    subject: 'You appeared in 9 searches this week',
    text: `See who's looking at your profile.

Jane and 8 others viewed your profile. Unlock the full list with Premium.

https://social.example/premium

This email was intended for North Lamps. You are receiving notification emails. Unsubscribe | Help`,
  },
  {
    name: 'a one-time code',
    subject: 'Your verification code',
    text: `Your verification code is 482911. It expires in 10 minutes. If you did not request this code, you can safely ignore this email. Never share this code with anyone.`,
  },
  {
    name: 'a server’s report',
    subject: 'Cron <root@web1> /usr/local/bin/backup.sh',
    text: `2026-03-03 02:00:01 INFO  starting backup
2026-03-03 02:00:09 INFO  dumped 14 tables
2026-03-03 02:03:44 WARN  /var/www/uploads/tmp: file changed as we read it
2026-03-03 02:04:10 INFO  uploaded 1.2G
2026-03-03 02:04:11 INFO  done in 250 s`,
  },
  {
    name: 'a quarantine’s digest',
    subject: 'Quarantine summary for shop@north.example',
    text: `You have 3 messages in quarantine.

From                        Subject                    Received
promo@cheap.example         Watches 80% off            2026-03-02 10:11
info@loan.example           Need funds?                2026-03-02 13:40
win@prize.example           You are the winner         2026-03-02 22:02

Messages are deleted after 14 days. This is a system generated notification.`,
  },
  {
    name: 'a digest of a list',
    subject: 'Woodturners Digest, Vol 12, Issue 3',
    text: `Send Woodturners mailing list submissions to
	woodturners@lists.craft.example

To subscribe or unsubscribe via the World Wide Web, visit
	https://lists.craft.example/listinfo/woodturners

Today's Topics:

   1. Re: Lathe speed (P. Hall)
   2. Finishing oils (Joan)`,
  },
  {
    name: 'a moderator’s notice',
    subject: 'Your message to cyclists awaits moderator approval',
    text: `Your mail to 'cyclists' with the subject

    Spring ride

Is being held until the list moderator can review it for approval.

The reason it is being held:

    Post by non-member to a members-only list`,
  },
  {
    name: 'headlines by mail',
    subject: 'Telescope sees further than before',
    text: `URL: https://news.example/science/telescope
Date: 2026-03-03T08:10:00+00:00

The new instrument on the mountain has taken its first picture. Astronomers say that it will find thousands of small planets within its first year, and that the data will be open to everybody.`,
  },
  {
    name: 'raw parts of a message',
    subject: 'minutes',
    text: `------=_NextPart_000_01C2
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Minutes of the meeting on 3 March attached.=20

------=_NextPart_000_01C2
Content-Type: application/msword; name="minutes.doc"
Content-Transfer-Encoding: base64

0M8R4KGxGuEAAAAAAAAAAAAAAAAAAAAAPgADAP7/CQAGAAAAAAAAAAAAAAABAAAAJgAAAAAAAAAA
EAAAKAAAAAEAAAD+////AAAAACUAAAD/////////////////////////////////////////////`,
  },
  {
    name: 'a service’s maintenance',
    subject: 'Scheduled maintenance on 14 March',
    text: `Dear customers,

we will carry out maintenance on our payment servers on 14 March between 02:00 and 04:00 CET. During this time short interruptions are possible. No action is required on your part.

Status page: https://status.pay.example
You receive this message as a registered technical contact.`,
  },
];
