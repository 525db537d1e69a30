### Signing in, your own account and the users.

sign-in-title = Sign in
sign-in-who = Sign in if you look after the details of an organiser, a municipality or the tray. Nobody else needs an account for anything.
sign-in-email = Email
sign-in-ask = Send a sign-in link
sign-in-sent-title = Check your email
sign-in-sent = If there is an account for that address, a sign-in link is on its way. The link works once, for half an hour. If you do not see the email, look in your spam folder too.
sign-in-again = Try another address
sign-in-none = No account? You can still suggest an activity for the tray:
sign-in-problem-email = Write the email address like this: name@example.fi
sign-in-offered = This link signs you in as { $name }. It works once.
sign-in-button = Sign in
sign-in-cookie = You stay signed in on this browser by a cookie for 14 days at most, and no longer than a day without use. Do not sign in on a shared device.
sign-in-used-up = The link no longer works. It has already been used or is too old. Ask for a new one.
sign-in-link = This link signs { $name } in. It works once, for { $minutes } minutes:
sign-out = Sign out
sign-out-everywhere = Sign out everywhere ({ $count })

letters-in-folder = Email is not in use yet. The messages stay in the folder letters on the server, and the keeper can give you the link from there.

own-title = Your account
own-save = Save
own-saved = Saved.
own-email = Our emails come to { $email }.
own-roles = What you can do
own-sessions = Signed-in devices
own-device-unknown = Unknown device
own-device-this = (this device)
own-began = Began { $when }.
own-seen = Last used { $when }.
own-end = End this sign-in

people-title = Users
people-invite = Invite a new user
people-invited = The invitation is on its way. The link works for a week.
people-name = Name
people-email-hint = The invitation is sent to this address.
people-role = Role
people-roles = Roles
people-organization = Organiser
people-organization-hint = The organiser's name, if the role is with an organiser.
people-areas = Municipalities
people-areas-hint = The coordinator's municipalities, separated by commas. Empty means the whole area.
people-language = Language of emails
people-send = Send the invitation
people-no-role = No role
people-take = Remove the role
people-end-all = Sign out everywhere
people-sessions = { $count ->
    [0] Not signed in anywhere.
    [one] Signed in on one device.
   *[other] Signed in on { $count } devices.
}
people-problem-name = Write a name, at most 100 characters.
people-problem-role = Choose a role.
people-problem-organization = There is no organiser with this name. Write the name as it stands on the tray.
people-problem-area = There is no municipality called { $name }. Write the name of a municipality, for example Lahti.
people-problem-last = The only keeper cannot be removed. Invite another one first.

role-keeper = Keeper
role-keeper-hint = Keeps the service in order and invites the others.
role-coordinator = Coordinator
role-coordinator-hint = Puts the tray together and decides what comes to it.
role-leader = Person in charge
role-leader-hint = Looks after the organiser's details and invites editors.
role-editor = Editor
role-editor-hint = Looks after the organiser's details.
role-counsellor = Service adviser
role-counsellor-hint = Helps people find something that suits them.

desk-people = Who can do what.

people-remove = Remove the account
people-remove-hint = The account, its roles and sign-ins are removed at once. Changes made on the tray stay, without a name.
people-remove-button = Remove the account now
