### Emails. Plain text only: the first thing first, one link.

letter-sign =
    { $brand }
    The service sent this email by itself. If it reached you by mistake, you can ignore it.
letter-sign-phone = If anything is unclear, call { $phone }.

letter-sign-in-subject = Sign-in link: { $brand }
letter-sign-in-body =
    Hello!

    Sign in here:
    { $link }

    The link works once, for half an hour. If you did not ask for it, you do not need to do anything.

letter-invitation-subject = You are invited: { $note }
letter-invitation-body =
    Hello!

    You can now look after these details: { $note }. Sign in here:
    { $link }

    The link works once, for a week. After that you can get a new link on the sign-in page.

letter-received-subject = Thank you for your suggestion
letter-received-body =
    Hello!

    We have your suggestion. We will look through it and tell you when it is on the tray.

    You can see your suggestion and change it here:
    { $link }

letter-asked-subject = A question about your suggestion
letter-asked-body =
    Hello!

    We have a question about your suggestion:

    { $note }

    Answer and put the details right here:
    { $link }

letter-published-subject = Now on the tray: { $note }
letter-published-body =
    Hello!

    “{ $note }” is now on the tray, and everyone can find it. Thank you!

    You can see your suggestion and change the details here:
    { $link }

letter-declined-subject = Your suggestion did not come to the tray
letter-declined-body =
    Hello!

    Thank you for telling us about your activity. This time it does not come to the tray. The reason:

    { $note }

    You can see your suggestion here:
    { $link }

letter-confirm-subject = Are the details right? { $note }
letter-confirm-body =
    Hello!

    “{ $note }” is on the tray. Check the details here. One press of a button is enough, and you do not need to sign in:
    { $link }

    This way nobody comes to a closed door. Thank you!
