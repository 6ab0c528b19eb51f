import type { MailText } from './mail-text.ts';

/** What programs and lists send: nobody waits for a shop's answer. */
export const noiseOfMachines: readonly MailText[] = [
  {
    name: 'a post of a mailing list',
    subject: 'Re: [gardeners] Tomatoes under glass',
    text: `Peter Hall wrote:
> Has anyone tried the early varieties under glass?

I did, two years running. They sulk until May whatever you do.

> And the feed?

Half strength, once a week.

Joan
_______________________________________________
gardeners mailing list
gardeners@lists.allotments.example
https://lists.allotments.example/mailman/listinfo/gardeners`,
  },
  {
    name: 'a question to a developers’ list',
    subject: 'segfault on startup',
    text: `Hi all,

since the upgrade the daemon dies on startup. Does anyone know what changed?

#0  0x00007f3a in raise () from /lib/libc.so.6
#1  0x00007f3b in abort () from /lib/libc.so.6
#2  0x0040217a in parse_config (file=0x0) at config.c:88

int parse_config(const char *file) {
    if (file == NULL) {
        return -1;
    }
}

Any ideas?
--
To unsubscribe, e-mail: dev-unsubscribe@project.example
For additional commands, e-mail: dev-help@project.example`,
  },
  {
    name: 'a patch',
    subject: '[PATCH 2/3] drm: fix off by one',
    text: `The loop ran one too far.

Signed-off-by: R. Muller <r@kernel.example>
---
 drivers/gpu/drm/foo.c | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/drivers/gpu/drm/foo.c b/drivers/gpu/drm/foo.c
index 3e1f2a..9b1c3d 100644
--- a/drivers/gpu/drm/foo.c
+++ b/drivers/gpu/drm/foo.c
@@ -110,7 +110,7 @@ static int foo(void)
-	for (i = 0; i <= n; i++)
+	for (i = 0; i < n; i++)`,
  },
  {
    name: 'a commit notice',
    subject: 'svn commit: r4411 - in /trunk/src: main.c util.h',
    text: `Author: kramer
Date: Tue Mar  3 10:12:11 2026
New Revision: 4411

Modified:
    trunk/src/main.c
    trunk/src/util.h
Log:
  * main.c: close the file on every path.`,
  },
  {
    name: 'a bug tracker’s notice',
    subject: '[Bug 20113] Crash when printing twice',
    text: `http://bugs.project.example/show_bug.cgi?id=20113

           What    |Removed                     |Added
----------------------------------------------------------------
             Status|NEW                         |RESOLVED
         Resolution|---                         |FIXED

------- You are receiving this mail because: -------
You are on the CC list for the bug, or are watching someone who is.`,
  },
  {
    name: 'a failed build',
    subject: 'Build failed in CI: shop-web #812',
    text: `The build shop-web #812 failed on branch main.

[ERROR] src/cart.ts(41,7): error TS2322: Type 'string' is not assignable to type 'number'.
[INFO] Total time: 41.2 s
npm ERR! code ELIFECYCLE
npm ERR! errno 2

View the log: https://ci.example/shop-web/812
You received this notification because you are subscribed to failed builds.`,
  },
  {
    name: 'a newsletter',
    subject: 'The Slow Coffee Letter, no. 41',
    text: `View this email in your browser (https://letters.example/v/41)

This week we visit three roasters in Trieste, ask why decaf is having a moment, and taste our way through nine espressos.

READ MORE: https://letters.example/trieste
RECIPE OF THE WEEK: https://letters.example/affogato

You are receiving this because you signed up on our website.
Unsubscribe: https://letters.example/u/abc
Slow Coffee Media, 12 Dock Street, Bristol BS1 4RW`,
  },
  {
    name: 'another shop’s sale',
    subject: '48 hours only: 40% off all duvets',
    text: `Our biggest bedding sale of the year is here! Use code SLEEP40 at the checkout.

SHOP NOW >> https://linen.example/sale

* Goose down duvets from £89.99 (was £149.99)
* Bamboo sheets from £39.99 (was £64.99)
* Free delivery on orders over £50

Offer ends Sunday at midnight. Terms and conditions apply.
If you no longer wish to receive these emails, click here to opt out.`,
  },
  {
    name: 'a webinar',
    subject: 'Last seats: Winning peak season with AI',
    text: `Join us live on Thursday at 3 PM for a free webinar. Our speakers from three leading brands share how they doubled their conversion rate.

You will learn:
- How to forecast demand
- How to cut returns by a third

Register now: https://events.example/peak
Can't make it? Register anyway and we will send you the recording.
Manage your preferences or unsubscribe here: https://events.example/prefs`,
  },
  {
    name: 'an absence',
    subject: 'Automatic reply: Your invoice 2231',
    text: `Thank you for your email. I am out of the office until Monday 16 March with limited access to email. For urgent matters please contact my colleague Jane Orr at jane.orr@firm.example.`,
  },
  {
    name: 'an absence without a telling subject',
    subject: 'Re: Your invoice 2231',
    text: `Hello,

I'm on annual leave and will be back on 4 August. I will reply to your message on my return. If it is urgent, please call the main line.

Best regards
Tom`,
  },
  {
    name: 'a receipt of a ticket',
    subject: '[Ticket #88213] We have received your request',
    text: `Thank you for contacting Parcel Partner Support. Your request (#88213) has been received and is being reviewed by our support staff. We aim to answer within 24 hours.

To add additional comments, reply to this email.

##- Please type your reply above this line -##`,
  },
  {
    name: 'a delivery failure',
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at host mx1.relay.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.

<marta@nowhere.example>: host mail.nowhere.example[192.0.2.10] said: 550 5.1.1 User unknown (in reply to RCPT TO command)`,
  },
  {
    name: 'a delivery failure of another program',
    subject: 'Delivery Status Notification (Failure)',
    text: `Address not found

Your message wasn't delivered to joe@mistyped.example because the domain mistyped.example couldn't be found. Check for typos or unnecessary spaces and try again.

The response was: DNS Error: DNS type 'mx' lookup of mistyped.example responded with code NXDOMAIN`,
  },
];
