### Are the details right? One button from the email, without signing in.

confirm-title = Are the details right?
confirm-yes = The details are right
confirm-change = Something has changed
confirm-ended = The activity has ended
confirm-thanks-title = Thank you!
confirm-thanks = The details are confirmed. We will ask again in about half a year.
confirm-ended-thanks = Thank you for telling us. We will take the activity off the tray.
