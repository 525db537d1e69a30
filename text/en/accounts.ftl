### Signing in as a keeper.

sign-in-title = Sign in as a keeper
sign-in-offered = This link signs you in as { $name }. It works once.
sign-in-button = Sign in
sign-in-cookie = You stay signed in on this browser by a cookie for 14 days at most, and no longer than a day without use. Do not sign in on a shared device.
sign-in-used-up = The link no longer works. It has been used or is more than half an hour old. Make a new one.
sign-in-who = Only the keeper of the service signs in. Nobody else needs an account for anything.
sign-in-how = The keeper makes a sign-in link on the server with this command:
sign-in-link = This link signs { $name } in. It works once, for { $minutes } minutes:
sign-out = Sign out
sign-out-everywhere = Sign out everywhere ({ $count })
